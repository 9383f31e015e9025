import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import type { Row } from './columns.tsx';

/** The same rows for a phone. */
export function Cards({ rows, pending }: { readonly rows: readonly Row[]; readonly pending: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="phone-only">
      {pending && <Skeleton active />}
      {!pending && rows.length === 0 && <p className="sheet nothing">{t('register.empty')}</p>}
      {rows.map((row) => (
        <Link key={row.id} to={paths.dossier} params={{ id: row.id }} className="card">
          <span className="row tiny quiet" style={{ justifyContent: 'space-between' }}>
            <span>{row.number}</span>
            <span>{text(row.stageTitle)}</span>
          </span>
          <span style={{ fontWeight: 500 }}>{row.title}</span>
          <span className="row small" style={{ justifyContent: 'space-between' }}>
            <Light light={row.light} closed={row.closedOn !== null} />
            <span className="quiet">
              <UnitName name={row.holderName ?? row.townshipName} />
            </span>
          </span>
        </Link>
      ))}
    </div>
  );
}
