import './imports.css';
import { Link, useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { NotFound } from '../frame/astray.tsx';
import { useText } from '../i18n/text.ts';
import { useKinds } from '../kinds/use-kinds.ts';
import { paths } from '../paths.ts';
import { Before } from './before.tsx';
import { Drop } from './drop.tsx';
import { KindGuide } from './kind-guide.tsx';

/** 从表格导入: a workbook of dossiers of one kind, and what was brought in of it before. */
export function KindImportsPage() {
  const { kind: id = '' } = useParams({ strict: false });
  const { t } = useTranslation();
  const text = useText();
  const { kinds, known } = useKinds();
  const kind = kinds.find((one) => one.id === id);
  if (!kind) return known ? <NotFound /> : <Skeleton active style={{ padding: 24 }} />;
  return (
    <>
      <div className="page-head">
        <h1>{t('imports.ofKind', { kind: text(kind.title) })}</h1>
        <Clause id={kind.clause} />
        <span className="quiet small">{t('imports.purpose')}</span>
        <span className="grow" />
        <Link to={paths.kind} params={{ kind: kind.id }} className="small">
          {t('cases.toList')}
        </Link>
      </div>
      {kind.mayImport ? (
        <Drop kind={kind.id} what={text(kind.title)}>
          <KindGuide kind={kind} />
        </Drop>
      ) : (
        <p className="sheet quiet">{t('imports.onlyLook')}</p>
      )}
      <section className="sheet">
        <h2>{t('imports.before')}</h2>
        <Before kind={kind.id} />
      </section>
    </>
  );
}
