import { unitName } from '@bihuan/core/access';
import { namedIn, openFields } from '@bihuan/core/case';
import { directoryOf, indexUnits, wantedBy, type FilledRow, type KindContext, type Memory } from '@bihuan/core/intake';
import type { Kind } from '@bihuan/core/policy';
import { kindIn, kindOn } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { dossiersNumbered, knownCases, peopleNamed } from '../../store/imports/import-cases.ts';
import { postingsOn } from '../../store/people.ts';
import { editionsHere } from '../../store/policies.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { chosenFor } from './asked-once.ts';
import { placeOf, wordOf } from './context.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';

/** What rows of a workbook are read against before anything was looked up. */
export type KindKnowledge = Pick<KindContext, 'formerly' | 'people' | 'referred' | 'known'> & {
  readonly told: Memory;
};

/** Nothing looked up: enough for a glance at what a sheet is. */
export const NOTHING_KNOWN: KindKnowledge = { formerly: {}, people: [], referred: [], known: [], told: new Map() };

const NO_PERSONAL = {
  zh: '个人信息单独加密保存，不由表格导入，请在各事项的表单里填写',
  en: 'What is personal is kept encrypted apart and does not come from a workbook; fill it in in each form',
};

/** What is known of a kind whose dossiers a workbook brings in. */
export function kindContext(
  { law, today }: Pick<Services, 'law' | 'today'>,
  kind: Kind,
  chosen: KindContext['chosen'],
  knowledge: KindKnowledge,
): KindContext {
  const present = law();
  return {
    ...knowledge,
    kind: kind.id,
    title: kind.title,
    fields: openFields(kind, present.policy),
    facts: kind.facts,
    calledBy: namedIn(kind.titleOf),
    channels: (kind.opens?.from ?? []).map(wordOf),
    chosen,
    directory: indexUnits(directoryOf(present.units, today(), placeOf(present))),
    units: present.units,
    on: today(),
    noPersonal: NO_PERSONAL,
  };
}

/** What the fields of a kind were called in the other editions that were published here. */
export async function formerNames(services: Services, kind: Kind): Promise<KindContext['formerly']> {
  const { db, region, law } = services;
  const editions = await editionsHere(db, region);
  const sheets = editions.map(({ edition }) => kindIn(law(edition), kind.id)?.sheet ?? []);
  const namesOf = (id: string): readonly string[] => [
    ...new Set(
      sheets.flatMap((sheet) =>
        sheet.flatMap((field) => (field.id === id ? [field.label.zh, field.label.en ?? field.label.zh] : [])),
      ),
    ),
  ];
  return Object.fromEntries(kind.sheet.map(({ id }) => [id, namesOf(id)]));
}

/**
 * What has to be looked up for these rows: dossiers and people that cells name, and what came in before. Through the eyes of who
 * brought the workbook: what he may not read is not there.
 */
export async function lookedUp(
  services: Services,
  kind: Kind,
  record: Pick<ImportRecord, 'person'>,
  { rows, context }: { readonly rows: readonly FilledRow[]; readonly context: KindContext },
): Promise<Pick<KindKnowledge, 'people' | 'referred' | 'known'>> {
  const { db, region, law, today } = services;
  const { numbers, names, keys } = wantedBy(rows, context);
  const held = await postingsOn(db, region, record.person, today());
  const seats = seatsReading(services, { postings: held.map((posting) => ({ ...posting, unitName: '' })) });
  const units = law().units;
  const [people, referred, known] = [
    await peopleNamed(db, region, names, today()),
    await dossiersNumbered(db, region, seats, numbers),
    await knownCases(db, { region, kind: kind.id, seats }, { numbers, names: keys.map(sm3) }),
  ];
  const problem = kindOn(law(), 'problem')?.id ?? 'problem';
  return {
    people: people.map(({ id, name, units: sits }) => ({
      id,
      name,
      seat: sits.map((unit) => unitName(units, unit, today())).join('、'),
      units: sits,
    })),
    referred: referred.map((one) => ({ ...one, kind: one.kind === 'problem' ? problem : one.kind })),
    known,
  };
}

/** What was chosen for the whole workbook. */
export const contextFor = (
  services: Services,
  kind: Kind,
  record: Pick<ImportRecord, 'chosen'>,
  knowledge: KindKnowledge,
): KindContext => kindContext(services, kind, chosenFor(record), knowledge);
