import { useTranslation } from 'react-i18next';
import { useText, type Text } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
import type { AlikePair, AlikeSide } from './alike-cases.ts';
import { BesideTable, type BesideLine } from './beside-table.tsx';

/** Two dossiers side by side: where they came from, who has them, and what they are compared by. */
export function PairTable({ one, other }: Pick<AlikePair, 'one' | 'other'>) {
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
  const names = [one.number, other.number] as const;
  return <BesideTable names={names} lines={lines} />;
}

const cameFrom = ({ source }: AlikeSide): string => (source ? `${source.number} ${source.title}` : '');
