import '../cases.css';
import '../../verbs/verbs.css';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../../api/clause.tsx';
import { useSession } from '../../api/session.ts';
import { NotFound } from '../../frame/astray.tsx';
import { useText } from '../../i18n/text.ts';
import type { Kind } from '../../kinds/kind.ts';
import { useKinds } from '../../kinds/use-kinds.ts';
import { paths } from '../../paths.ts';
import { NewForm } from './new-form.tsx';

/** A new dossier of a kind on a page of its own: long sheets and tables have room, and the address brings one back. */
export function NewCasePage() {
  const { kind: id = '' } = useParams({ strict: false });
  const { from } = useSearch({ strict: false });
  const { installation } = useSession();
  const { kinds, known } = useKinds();
  const kind = kinds.find((one) => one.id === id);
  if (!kind) return known ? <NotFound /> : <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="new-case">
      <Heading kind={kind} />
      <NewForm key={kind.id} kind={kind} from={from ?? null} edition={installation.policy ?? ''} />
    </div>
  );
}

function Heading({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="page-head">
      <h1>{t('cases.new', { kind: text(kind.title) })}</h1>
      <Clause id={kind.clause} />
      <span className="grow" />
      <Link to={paths.kind} params={{ kind: kind.id }} className="small">
        {t('cases.toList')}
      </Link>
    </div>
  );
}
