import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import type { Schema } from '../../api/client.ts';
import { useText } from '../../i18n/text.ts';
import { without, type Asked } from '../../lists/address.ts';
import { paths } from '../../paths.ts';

type Counted = { readonly kind: Kind; readonly asked: Asked; readonly stages: Schema<'CasePage'>['stages'] };

/** How many stand at which stage; each is the way to them. */
export function StageLinks({ kind, asked, stages }: Counted) {
  const { t } = useTranslation();
  const text = useText();
  const rest = without(asked, 'after', 'stage');
  const counted = kind.stages.map(({ id, title }) => ({
    id,
    title,
    count: stages.find((stage) => stage.id === id)?.count ?? 0,
  }));
  return (
    <nav className="stage-links no-print" aria-label={t('cases.byStage')}>
      <StageLink kind={kind.id} search={rest} at={!asked['stage']} name={t('cases.everyStage')} />
      {counted
        .filter(({ id, count }) => count > 0 || asked['stage'] === id)
        .map(({ id, title, count }) => (
          <StageLink
            key={id}
            kind={kind.id}
            search={{ ...rest, stage: id }}
            at={asked['stage'] === id}
            name={text(title)}
            count={count}
          />
        ))}
    </nav>
  );
}

type OneLink = {
  readonly kind: string;
  readonly search: Asked;
  readonly at: boolean;
  readonly name: string;
  readonly count?: number;
};

function StageLink({ kind, search, at, name, count }: OneLink) {
  const given = Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return (
    <Link
      to={paths.kind}
      params={{ kind }}
      search={given}
      className={at ? 'at' : ''}
      aria-current={at ? 'true' : undefined}
    >
      {name}
      {count !== undefined && <b className="figure">{count}</b>}
    </Link>
  );
}
