import { mayName } from '../case/index.ts';
import type { Kind, PersonValue, Played, SheetField, SheetValues, Step, Written } from '../policy/index.ts';
import { unitName } from '../policy/index.ts';
import type { OfficialDocument, Parts, RecordedAct, Task } from '../procedure/index.ts';
import { demandedOf, type Taking } from '../procedure/verbs/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Setting } from './play.ts';

/** Fields as the sheet keeps them, from the words of a story: a place and a name in words, money in yuan, a file by its name. */
export const valuesFor = (kind: Kind, fields: Written, at: Setting): SheetValues =>
  Object.fromEntries(
    Object.entries(fields).map(([id, said]) => [
      id,
      valueOf(
        kind.sheet.find((field) => field.id === id),
        said,
        at,
      ),
    ]),
  ) as SheetValues; // whatever is wrong with a value the engine will say

function valueOf(field: SheetField | undefined, said: unknown, at: Setting): unknown {
  if (field === undefined) return said;
  if (field.personal) return { personal: 'example' };
  switch (field.type) {
    case 'place':
      return typeof said === 'string' ? { words: said } : said;
    case 'person':
      return typeof said === 'string' ? personFor(field, said, at) : said;
    case 'named-person':
      return typeof said === 'string' ? { name: said } : said;
    case 'money':
      return typeof said === 'number' ? Math.round(said * 100) : said;
    case 'reference':
      return typeof said === 'string' ? { dossier: said, number: said, title: said } : said;
    case 'files':
      return listed(said).map((name) => (typeof name === 'string' ? { id: name, name, digest: name, size: 1 } : name));
    case 'rows':
      return listed(said).map((row) => rowOf(field.columns ?? [], row, at));
    default:
      return said;
  }
}

const listed = (said: unknown): readonly unknown[] => (Array.isArray(said) ? said : [said]);

/** Somebody of this name; where the field says among whom, of the first unit that it may be. */
function personFor(field: SheetField, name: string, { law, on }: Setting): PersonValue {
  const unit = law.units.find(({ id }) => mayName(field, id, { law, on }));
  return field.among && unit ? { id: 'example', name, unit: unit.id } : { name };
}

function rowOf(columns: readonly SheetField[], row: unknown, at: Setting): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([id, said]) => [
      id,
      valueOf(
        columns.find((column) => column.id === id),
        said,
        at,
      ),
    ]),
  );
}

/** Units in parts, each with somebody who answers there. */
export const partsFor = (played: Played, { law, on }: Setting): Parts =>
  Object.fromEntries(
    Object.entries(played).map(([role, units]) => [
      role,
      units.map((unit) => ({ unit, unitName: unitName(law.units, unit, on), person: { name: '（例）' } })),
    ]),
  );

/** The paper that stands for an act where the plan wants one. */
export const paperOf = (on: PlainDate): OfficialDocument => ({
  number: '（例）1号',
  date: on,
  scan: 'example',
  scanned: { name: '例.pdf', digest: 'example' },
});

/** An act of a unit that does not sign in here, as its paper says. */
export const recordedOf = (unit: string, { law, on }: Setting): RecordedAct => ({
  unitName: unitName(law.units, unit, on),
  document: paperOf(on),
});

/** What a story's people say of a step, where the pack asks for it: an invented word each. */
export const accountOf = (step: Step, task: Task, on: PlainDate): Pick<Taking, 'opinion' | 'account'> => {
  const demanded = demandedOf(step, task);
  return demanded.length === 0
    ? {}
    : { opinion: '（例）', account: { attended: '（例）', heldOn: on, manner: 'on-site' } };
};
