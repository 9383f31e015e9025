import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { CaseRow } from './case-row.ts';
import { useText } from '../../i18n/text.ts';
import { paths } from '../../paths.ts';
import { UnitName } from '../../units/unit-name.tsx';
import { CaseLight } from './use-columns.tsx';

type Shown = { readonly rows: readonly CaseRow[]; readonly pending: boolean; readonly nothing: ReactNode };

/** The same rows for a phone. */
export function Cards({ rows, pending, nothing }: Shown) {
  const text = useText();
  return (
    <div className="phone-only">
      {pending && <Skeleton active />}
      {!pending && rows.length === 0 && <div className="sheet">{nothing}</div>}
      {rows.map((row) => (
        <Link key={row.id} to={paths.case} params={{ id: row.id }} className="card">
          <span className="row tiny quiet" style={{ justifyContent: 'space-between' }}>
            <span>{row.number}</span>
            <span>{text(row.stageTitle)}</span>
          </span>
          <span style={{ fontWeight: 500 }}>{row.title}</span>
          <span className="row small" style={{ justifyContent: 'space-between' }}>
            <CaseLight row={row} />
            <span className="quiet">
              <UnitName name={row.holderName} />
            </span>
          </span>
        </Link>
      ))}
    </div>
  );
}
