import {
  directoryOf,
  indexUnits,
  problemIn,
  memoryOf,
  type IntakeContext,
  type KnownProblem,
  type Memory,
  type Word,
} from '@bihuan/core/intake';
import type { Text } from '@bihuan/core/policy';
import { factsGiven } from '@bihuan/core/problem';
import type { Law } from '@bihuan/core/procedure';
import { officeDay } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { knownProblems, type KnownRow } from '../../store/imports/import-known.ts';
import { unitAnswers } from '../../store/imports/imports.ts';

/** What is remembered of earlier imports: problems to compare rows with, and what people said that names mean. */
export type Remembered = { readonly known: readonly KnownRow[]; readonly told: Memory };

/** Nothing remembered: enough for a glance at what a sheet is. */
export const NOTHING: Remembered = { known: [], told: new Map() };

/** What the register and the answers of other imports say now. `id`: the import that is looked at, whose own answers are given. */
export async function remembered(services: Services, id: string | null): Promise<Remembered> {
  const { db, region } = services;
  return { known: await knownProblems(db, region), told: await toldBefore(services, id) };
}

/** What people said with other imports that names of units mean. */
export async function toldBefore({ db, region }: Services, id: string | null): Promise<Remembered['told']> {
  const answers = await unitAnswers(db, region, id);
  const earlier = answers.map(({ person_name: person, at, ...answer }) => ({
    ...answer,
    person,
    day: officeDay(new Date(at)),
  }));
  return memoryOf(earlier);
}

/** What the office knows besides the sheet: units under all their names, the pack's words, the register. */
export function contextOf({ law, today }: Pick<Services, 'law' | 'today'>, { known, told }: Remembered): IntakeContext {
  const present = law();
  const { units } = present;
  return {
    list: null,
    units: indexUnits(directoryOf(units, today(), placeOf(present))),
    facts: factsGiven(present).map(({ id, label, needed, values }) => ({
      ...saidOf(label),
      id,
      needed,
      values: values.map(wordOf),
    })),
    domains: present.policy.fields.map(wordOf),
    known: known.map(knownOf),
    told,
  };
}

const saidOf = ({ zh, en = zh }: Text) => ({ zh, en });

/** A word of the pack as a cell may write it. */
export const wordOf = ({ id, label }: { readonly id: string; readonly label: Text }): Word => ({
  id,
  ...saidOf(label),
  written: [],
});

/** The place's own name, which offices leave out: what the names of its county units begin with. */
export function placeOf({ policy }: Law): string {
  return /^(.{2,8}?[县区市旗])/.exec(policy.title.zh)?.[1] ?? '';
}

const knownOf = ({ id, number, problem, title, township, place, key, content, serial }: KnownRow): KnownProblem => ({
  id,
  number,
  // by hand a title is often all that was written
  problem: problemIn(problem) || title,
  title,
  township,
  place,
  // a problem entered by hand has no row: a name that no row can have
  key: key ?? `problem|${id}`,
  content: content ?? '',
  serial,
});
