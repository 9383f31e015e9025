import { condition } from './condition.ts';
import { milestone, procedureId, reached } from './milestone.ts';
import {
  anyNumber,
  filled,
  list,
  mapOf,
  misread,
  needed,
  object,
  oneOrMore,
  optional,
  otherwise,
  quoted,
  reword,
  type Read,
} from './read.ts';
import { sheetField, value, type FieldIn, type Vocabulary } from './sheet.ts';
import { cited, flag, id, oneOf, role, seat, text } from './words.ts';
import { subjects, type Kind, type KindAct, type ListShown, type Stage, type Stretch, type Tell } from '../model.ts';

/** `{year}`, `{serial:4}`, `{what:24}`: a name and, where it is to be cut or filled up, a width. */
const blank = /\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?::([1-9][0-9]?))?\}/g;

/** A text with blanks in it; `wrong` says what is wrong with the names of them, or null. */
const pattern =
  (
    wrong: (names: readonly string[]) => { readonly zh: string; readonly en: string } | null,
    like: string,
  ): Read<string> =>
  (raw, at) => {
    const said = typeof raw === 'string' ? raw : '';
    const names = [...said.matchAll(blank)].map(([, name = '']) => name);
    if (said.trim() === '' || /[{}]/.test(said.replaceAll(blank, '')))
      return misread(at, quoted(raw), {
        zh: `“${quoted(raw)}”写法不对，应如 ${like}`,
        en: `"${quoted(raw)}" is not written as it must be: ${like}`,
      });
    const slip = wrong(names);
    return slip ? misread(at, quoted(raw), slip) : said;
  };

const numbering = pattern((names) => {
  if (names.some((name) => name !== 'year' && name !== 'serial'))
    return { zh: '编号里只能写 {year} 和 {serial:位数}', en: 'a number holds {year} and {serial:digits} only' };
  if (names.filter((name) => name === 'serial').length === 1) return null;
  return { zh: '编号里须有一个 {serial:位数}', en: 'a number must hold one {serial:digits}' };
}, '专班-{year}-{serial:3}');

const naming = pattern(() => null, '{what:24}');

const opens = object<NonNullable<Kind['opens']>>({
  by: needed(oneOrMore(seat)),
  from: otherwise(list(value), []),
  imports: optional(flag),
  ruling: optional(id),
});

const stretch = object<Stretch>({
  run: needed(procedureId),
  begins: needed(oneOrMore(milestone)),
  ends: optional(reached),
  when: optional(condition),
  times: otherwise(oneOf('once', 'many'), 'once'),
  ruling: optional(id),
});

const stage = object<Stage>({
  id: needed(id),
  title: needed(text),
  from: needed(oneOrMore(milestone)),
  ruling: optional(id),
});

const act = object<KindAct>({
  clause: cited,
  by: needed(oneOrMore(seat)),
  instead: optional(oneOrMore(seat)),
  title: optional(text),
  stages: optional(oneOrMore(id)),
  reaches: optional(reached),
  fills: optional(oneOrMore(id)),
  says: optional(flag),
  ruling: optional(id),
});

const tellWords = object({
  id: needed(id),
  on: needed(milestone),
  when: optional(condition),
  clause: cited,
  ruling: optional(id),
  open: optional(id),
  with: optional(mapOf(id, id)),
  link: optional(id),
  reach: optional(reached),
  linked: optional(id),
});

/** `{on, open, with, link}` opens a dossier of a kind; `{on, reach, linked}` moves those that are connected already. */
const tell: Read<Tell> = reword(tellWords, (said, at) => {
  const { open, with: filling, link, reach, linked, ...rest } = said;
  const opening = [open, filling, link].filter((one) => one !== undefined).length;
  const reaching = [reach, linked].filter((one) => one !== undefined).length;
  if (open !== undefined && link !== undefined && reaching === 0) return { ...rest, open, with: filling ?? {}, link };
  if (reach !== undefined && linked !== undefined && opening === 0) return { ...rest, reach, linked };
  return misread(at, said.id, {
    zh: `“${said.id}”须写明 open 和 link（另立事项），或 reach 和 linked（推动已关联的事项），只写一种`,
    en: `"${said.id}" must say open and link (a new dossier), or reach and linked (those that are connected), and not both`,
  });
});

/** A column or a filter: a word of the engine or a field of the sheet. */
const shown = object<ListShown>({
  columns: needed(filled(list(id))),
  filters: otherwise(list(id), []),
  group: optional(id),
});

const usual: ListShown = { columns: ['number', 'title', 'stage', 'holder', 'due'], filters: ['stage'] };

type Written = Omit<Kind, 'sheet'> & { readonly sheet: readonly FieldIn[] };

const asWritten = object<Written>({
  id: needed(id),
  title: needed(text),
  clause: cited,
  ruling: optional(id),
  is: otherwise(oneOf(...subjects), 'plain'),
  menu: optional(text),
  number: needed(numbering),
  opens: optional(opens),
  reads: optional(oneOrMore(seat)),
  sheet: otherwise(list(sheetField), []),
  titleOf: needed(naming),
  facts: otherwise(anyNumber(id), []),
  list: otherwise(shown, usual),
  parts: otherwise(anyNumber(role), []),
  holder: optional(role),
  flow: needed(filled(list(stretch))),
  stages: needed(filled(list(stage))),
  acts: otherwise(mapOf(act, id), {}),
  tells: otherwise(list(tell), []),
  gathers: optional(id),
  merges: optional(anyNumber(id)),
});

/** A kind, as soon as the values of the pack's facts are known. */
export type KindIn = (known: Vocabulary) => Kind;

/** A sort of dossier. `gathers` belongs to a gathering, and a gathering without it has no members. */
export const kind: Read<KindIn> = reword(asWritten, ({ sheet, ...said }, at) => {
  if ((said.is === 'gathering') !== (said.gathers !== undefined))
    return misread(at, 'gathers', {
      zh: `“${said.id}”：is: gathering 和 gathers 须一并写明`,
      en: `"${said.id}" must say both is: gathering and gathers, or neither`,
    });
  return (known) => ({ ...said, sheet: sheet.map((one) => one(known)) });
});
