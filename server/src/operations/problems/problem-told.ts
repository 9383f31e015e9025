import type { Actor } from '@bihuan/core/access';
import type { Linked } from '@bihuan/core/procedure';
import type { Facts, PlaceValue, SheetValue, SheetValues } from '@bihuan/core/policy';
import type { Basics } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { decideDossier } from '../dossiers/decide-dossier.ts';
import { freshNumber } from '../dossiers/fresh-number.ts';
import { problemSubject } from './problem-subject.ts';

/** What a tell opens a dossier with, by the fields of its kind. */
type Opening = { readonly values: SheetValues };

/** The problem that a tell opens, registered as the act that told it says; decided and not yet written. */
export async function problemTold(services: Services, dossier: string, opening: Opening, link: Linked, by: Actor) {
  const number = await freshNumber(services);
  const { basics, facts } = registered(opening.values);
  const ask = { type: 'RegisterProblem', number, basics, facts, sources: [], told: link } as const;
  return decideDossier(problemSubject, services, { dossier, by, ask }, null);
}

const WORDS = ['title', 'description', 'target', 'remarks'] as const;

/** Fields of the sheet that a problem has by the same name; the others are its facts. */
function registered(values: Opening['values']): { readonly basics: Basics; readonly facts: Facts } {
  const { place, township, field, ...rest } = values;
  const at = placeOf(place);
  const basics = {
    ...Object.fromEntries(WORDS.map((name) => [name, wordsOf(rest[name])])),
    place: at.words,
    township: typeof township === 'string' ? township : (at.township ?? null),
    field: typeof field === 'string' ? field : null,
    deadline: null,
    proposed: { holder: null, lead: null, person: '' },
  } as unknown as Basics; // the four names above are the ones that are missing
  const facts = Object.entries(rest).flatMap(([name, value]) =>
    WORDS.some((word) => word === name) || typeof value !== 'string' ? [] : [[name, value] as const],
  );
  return { basics, facts: Object.fromEntries(facts) };
}

const wordsOf = (value: SheetValue | undefined): string => (typeof value === 'string' ? value : '');

function placeOf(value: SheetValue | undefined): PlaceValue {
  if (typeof value === 'string') return { words: value };
  return typeof value === 'object' && 'words' in value ? value : { words: '' };
}
