import { useTranslation } from 'react-i18next';
import { NOT_YET } from '../i18n/not-yet.ts';
import { useText } from '../i18n/text.ts';
import { useUnits } from '../units/short-names.ts';
import type { CellWords } from './cell-words.ts';
import { namesOf } from './units.ts';

/** Words of cells in the language on screen, and the names units go by. */
export function useCellWords(): CellWords {
  const { t } = useTranslation();
  const text = useText();
  const units = useUnits();
  const ids = new Map(units.flatMap((unit) => [unit.id, ...namesOf(unit)].map((name) => [name, unit.id] as const)));
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    text,
    unitNamed: (name) => ids.get(name) ?? null,
    unitName: (id) => names.get(id) ?? NOT_YET,
    unitsKnown: units.length > 0,
    yes: t('sheet.yesNo.true'),
    no: t('sheet.yesNo.false'),
    unknown: t('sheet.yesNo.unknown'),
    comma: t('list.comma'),
    personHint: t('sheet.person.inCell'),
  };
}
