import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Radio } from 'antd';
import { useText, type Text } from '../i18n/text.ts';
import { BesideTable, type BesideLine } from './beside-table.tsx';
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
  const line = (name: string, says: readonly [string, string]): BesideLine => ({ name, says });
  const lines = [
    line(t('doubles.source'), [cameFrom(one), cameFrom(other)]),
    line(t('doubles.holder'), [short(one.holder ?? ''), short(other.holder ?? '')]),
    line(t('doubles.openedOn'), [one.openedOn ?? '', other.openedOn ?? '']),
    ...one.fields.map(({ label, value }, at) => line(text(label), [say(value), say(other.fields[at]?.value ?? null)])),
  ];
  const heads = [one, other].map((side) => (
    <SideHead key={side.dossier} side={side} {...(choosing ? { choosing } : {})} />
  ));
  return <BesideTable heads={[heads[0], heads[1]]} names={[one.number, other.number]} lines={lines} />;
}

const cameFrom = ({ source }: AlikeSide): string => (source ? `${source.number} ${source.title}` : '');

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
