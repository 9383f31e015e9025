import type { PlainDate } from '../../time/index.ts';
import { procedureId, startEvent } from './milestone.ts';
import { policy } from './policy.ts';
import {
  into,
  isRecord,
  list,
  mapOf,
  misread,
  needed,
  object,
  oneOrMore,
  optional,
  otherwise,
  reword,
  type Place,
  type Read,
} from './read.ts';
import { story } from './story.ts';
import { cited, day, flag, id, oneOf, role, shaped, text, word } from './words.ts';
import type { Example, ExpectedProcedure, Fault, Pack, Story, Unit } from '../model.ts';

export type { Path } from './read.ts';

/** The three files of a pack as YAML gives them: nothing about them is known yet. */
export type RawPack = { readonly policy: unknown; readonly units: unknown; readonly examples: unknown };

/** A pack, or what was not understood in it. Both never: nothing is read from a pack with a fault of shape. */
export type Compiled = { readonly pack: Pack | null; readonly faults: readonly Fault[] };

/** Something that holds for a time: one that ends before it begins would never hold, and nobody would notice. */
function dated<T extends { readonly from?: PlainDate; readonly until?: PlainDate }>(read: Read<T>): Read<T> {
  return reword(read, (said, at) => {
    if (said.from === undefined || said.until === undefined || said.from < said.until) return said;
    return misread(into(at, 'until'), said.until, {
      zh: `截止日 ${said.until} 不晚于起始日 ${said.from}（until 为不再有效的第一天）`,
      en: `${said.until} is not after ${said.from}; until is the first day on which it no longer holds`,
    });
  });
}

const held: Read<Unit['roles'][number]> = (raw, at) =>
  typeof raw === 'string' ? inFull({ role: raw }, at) : inFull(raw, at);
const inFull = dated(object<Unit['roles'][number]>({ role: needed(role), from: optional(day), until: optional(day) }));

const name: Read<Unit['names'][number]> = (raw, at) =>
  isRecord(raw) && 'name' in raw ? datedName(raw, at) : datedName({ name: raw }, at);
const datedName = dated(
  object<Unit['names'][number]>({ name: needed(text), from: optional(day), until: optional(day) }),
);

const unit = object<Unit>({
  id: needed(id),
  names: needed(oneOrMore(name)),
  shortNames: otherwise(list(word), []),
  level: needed(oneOf('village', 'township', 'county', 'city', 'province', 'nation')),
  kind: needed(id),
  external: otherwise(flag, false),
  within: optional(id),
  succeededBy: optional(object<NonNullable<Unit['succeededBy']>>({ unit: needed(id), from: needed(day) })),
  roles: needed(list(held)),
  posts: needed(list(id)),
  code: optional(shaped(/^([0-9]{6}|[0-9]{9})$/, '530521101')),
});

const expected = object<ExpectedProcedure>({
  route: optional(id),
  steps: optional(mapOf(oneOrMore(word), id)),
  copies: optional(list(role)),
});

const example = object<Omit<Example, 'at'>>({
  name: needed(word),
  clause: cited,
  facts: needed(mapOf(id)),
  expect: needed(
    object<Example['expect']>({
      plan: optional(id),
      acceptance: optional(id),
      signers: optional(list(word)),
      copies: optional(list(role)),
      procedures: optional(mapOf(expected, procedureId)),
      due: optional(mapOf(day)),
    }),
  ),
  starts: optional(mapOf(day, startEvent('shape'))),
});

const units = object<{ readonly units: Pack['units'] }>({ units: needed(list(unit)) });
/** A sentence over facts, or a story: what is `given` is lived through. */
type Written = { readonly example: Omit<Example, 'at'> } | { readonly story: Omit<Story, 'at'> };
const written: Read<Written> = (raw, at) => {
  if (isRecord(raw) && 'given' in raw) {
    const lived = story(raw, at);
    return lived && { story: lived };
  }
  const said = example(raw, at);
  return said && { example: said };
};
const examples = object<{ readonly examples: readonly Written[] }>({ examples: needed(list(written)) });

/**
 * The law as data, from what authors write. Pure: whoever read the files resolves the paths of faults to lines.
 * @returns the pack, and faults of kind `shape` that name the word and its path; with any fault the pack is null.
 */
export function compile(raw: RawPack): Compiled {
  const faults: Fault[] = [];
  const top = (file: Fault['file']): Place => ({ file, path: [], note: (fault) => faults.push(fault) });
  const law = policy(raw.policy, top('policy'));
  const offices = units(raw.units, top('units'));
  const sentences = examples(raw.examples, top('examples'));
  if (!law || !offices || !sentences || faults.length > 0) return { pack: null, faults };
  const stories = sentences.examples.flatMap((each, at): readonly Story[] =>
    'story' in each ? [{ ...each.story, at }] : [],
  );
  // where no story stands between them sentences are known by their place, as in packs published before there were stories
  const said = sentences.examples.flatMap((each, at): readonly Example[] =>
    'example' in each ? [stories.length > 0 ? { ...each.example, at } : each.example] : [],
  );
  const pack = { policy: law, units: offices.units, examples: said };
  return { pack: stories.length > 0 ? { ...pack, stories } : pack, faults };
}
