import type { PlainDate } from '../time/index.ts';
import { squeeze } from './normalise.ts';
import type { Decision } from './question.ts';

/** Whose unit a written name was said to be before, by whom and on which day. */
export type ToldUnit = { readonly unit: string; readonly person: string; readonly on: PlainDate };

/** Units that people said a name means, when they were asked before. Suggested first, and still asked. */
export type ToldBefore = { readonly told?: ReadonlyMap<string, ToldUnit> };

/** An answer that was kept with another import. */
export type EarlierAnswer = Pick<Decision, 'on' | 'choose' | 'value'> & {
  readonly person: string;
  readonly day: PlainDate;
};

// `7:unit:unit-unknown:县水利局` answers one row, `unit-unknown:unit:县水利局` all alike.
const ABOUT_UNIT = /^(?:\w+:(?:sheet:)?[a-z0-9-]+:unit-unknown|unit-unknown:(?:sheet:)?[a-z0-9-]+):([\s\S]+)$/;

/**
 * What people said before about names that fit no unit, by the name as it is compared. The newest answer stands; one that left
 * the unit out says nothing about whose name it is. @param answers newest first
 */
export function toldUnits(answers: readonly EarlierAnswer[]): ReadonlyMap<string, ToldUnit> {
  const told = new Map<string, ToldUnit | null>();
  for (const { on, choose, value, person, day } of answers) {
    const name = squeeze(ABOUT_UNIT.exec(on)?.[1] ?? '');
    const unit = choose === 'other' ? (value ?? '') : choose;
    if (name === '' || told.has(name)) continue;
    told.set(name, choose === 'leave-out' || unit === '' ? null : { unit, person, on: day });
  }
  return new Map([...told].flatMap(([name, one]) => (one === null ? [] : [[name, one] as const])));
}
