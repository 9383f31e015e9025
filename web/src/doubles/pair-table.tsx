import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Radio } from 'antd';
import { useText, type Text } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { useShortName } from '../units/short-names.ts';
import type { AlikePair, AlikeSide } from './alike-cases.ts';

type Choosing = { readonly kept: string; readonly keep: (dossier: string) => void };
type Pair = { readonly pair: Pick<AlikePair, 'one' | 'other'>; readonly choosing?: Choosing };

/** Two dossiers side by side, field by field; what differs says so in a word. With `choosing`, which of them goes on. */
export function PairTable({ pair: { one, other }, choosing }: Pair) {
  const { t } = useTranslation();
  const text = useText();
  const short = useShortName();
  const say = (value: Text | null): string => (value ? text(value) : '');
  const rows = [
    { name: t('doubles.holder'), one: short(one.holder ?? ''), other: short(other.holder ?? ''), compared: false },
    { name: t('doubles.openedOn'), one: one.openedOn ?? '', other: other.openedOn ?? '', compared: false },
    ...one.fields.map(({ label, value }, at) => ({
      name: text(label),
      one: say(value),
      other: say(other.fields[at]?.value ?? null),
      compared: true,
    })),
  ];
  return (
    <table className="pair-table">
      <thead>
        <tr>
          <th scope="col">{t('doubles.compared')}</th>
          {[one, other].map((side) => (
            <th key={side.dossier} scope="col">
              <SideHead side={side} {...(choosing ? { choosing } : {})} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              {row.name}
              {row.compared && row.one !== row.other && <span className="differs">{t('doubles.differs')}</span>}
            </th>
            <td>{row.one}</td>
            <td>{row.other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SideHead({ side, choosing }: { readonly side: AlikeSide; readonly choosing?: Choosing }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={paths.case} params={{ id: side.dossier }} {...(choosing ? { target: '_blank' } : {})}>
        {side.number} {side.title}
      </Link>
      {choosing && (
        <div>
          <Radio checked={choosing.kept === side.dossier} onChange={() => choosing.keep(side.dossier)}>
            {t('doubles.keep')}
          </Radio>
        </div>
      )}
    </>
  );
}
