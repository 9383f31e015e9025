import { Type, type Static } from 'typebox';
import type { Meaning } from '@bihuan/core/intake';
import { Id, named, nullable, oneOf, ref, Text } from './named.ts';

/** What a column can stand for: a field of every list, a fact of the plan, a field of a kind’s sheet. */
export const Field = Type.Unsafe<Meaning>(Type.String({ minLength: 1, maxLength: 80 }));
const Said = Type.Object({ zh: Type.String(), en: Type.String() });

/** `read`: something about the whole sheet is open; `mapped`: rows are; `checked`: nothing is; then it is brought in. */
export const ImportState = oneOf(['read', 'mapped', 'checked', 'importing', 'done', 'undoing', 'undone', 'discarded']);

/** `ready`, `ask` and `skip` before it is brought in; afterwards `in`, `failed` and `skip`. */
export const ImportPile = oneOf(['ready', 'ask', 'skip', 'in', 'failed']);

export const ImportCounts = named(
  'ImportCounts',
  Type.Object({
    ready: Type.Integer(),
    ask: Type.Integer(),
    skip: Type.Integer(),
    in: Type.Integer(),
    failed: Type.Integer(),
  }),
);

const Progress = Type.Object({ done: Type.Integer(), of: Type.Integer() });

/** The kind whose dossiers the rows become; null: problems. */
const Brings = nullable(Type.Object({ id: Type.String(), title: ref(Text) }));

/** One import in the list. */
export const ImportRow = named(
  'ImportRow',
  Type.Object({
    id: Id,
    name: Type.String(),
    brings: Brings,
    state: ImportState,
    sheet: nullable(Type.String()),
    counts: ref(ImportCounts),
    progress: Progress,
    person: Type.String(),
    unitName: Type.String(),
    receivedAt: Type.String(),
  }),
);

/** A workbook that was not taken in: which, whose and why. Its digest tells whether two were the same file. */
export const ImportRefusal = named(
  'ImportRefusal',
  Type.Object({
    id: Id,
    name: Type.String(),
    code: Type.String(),
    reason: Said,
    digest: nullable(Type.String()),
    person: Type.String(),
    at: Type.String(),
  }),
);

export const ImportPage = named(
  'ImportPage',
  Type.Object({
    imports: Type.Array(ref(ImportRow)),
    /** The newest files that were refused; with the first page only. */
    refused: Type.Array(ref(ImportRefusal)),
    next: nullable(Type.String()),
  }),
);

/** Something only a person can decide. Answer it by `id`, or all alike at once by `group`. */
export const ImportQuestion = named(
  'ImportQuestion',
  Type.Object({
    id: Type.String(),
    group: Type.String(),
    /** How many open questions of the file the same answer would settle. */
    alike: Type.Integer(),
    code: Type.String(),
    row: nullable(Type.Integer()),
    field: nullable(Field),
    raw: Type.String(),
    zh: Type.String(),
    en: Type.String(),
    /** `asks`: the answer needs a `value` too. */
    options: Type.Array(
      Type.Object({
        id: Type.String(),
        zh: Type.String(),
        en: Type.String(),
        asks: Type.Optional(oneOf(['date', 'unit', 'text', 'field'])),
      }),
    ),
    suggested: nullable(Type.String()),
    /** An offer that no row waits for. */
    optional: Type.Optional(Type.Literal(true)),
  }),
);

/** An answer that was given, with its reason and whose it is. */
export const ImportDecision = named(
  'ImportDecision',
  Type.Object({
    on: Type.String(),
    choose: Type.String(),
    value: nullable(Type.String()),
    /** The question and what was chosen, in words. */
    zh: Type.String(),
    en: Type.String(),
    reason: Type.String(),
    person: Type.String(),
    at: Type.String(),
    /** Said of the same words with an earlier list; `ask-again` asks it anew. */
    before: Type.Boolean(),
  }),
);

export const ImportSheet = Type.Object({
  name: Type.String(),
  rows: Type.Integer(),
  hidden: Type.Boolean(),
  suggested: Type.Boolean(),
  /** That it is the same list as a newer sheet. */
  note: Type.Optional(Said),
});

export const ImportColumn = named(
  'ImportColumn',
  Type.Object({
    /** 0-based. */
    column: Type.Integer(),
    header: Type.String(),
    /** The merged head above it, in a head of two rows. */
    group: nullable(Type.String()),
    field: nullable(Field),
    /** It means no field; its values go into the remarks as `head：value`. */
    intoRemarks: Type.Boolean(),
    confidence: Type.String(),
    why: Said,
    decided: Type.Boolean(),
    /** The first texts below the head. */
    sample: Type.Array(Type.String()),
  }),
);

/** All that the wizard shows above the rows. */
export const ImportView = named(
  'ImportView',
  Type.Object({
    id: Id,
    name: Type.String(),
    state: ImportState,
    person: Type.String(),
    unitName: Type.String(),
    receivedAt: Type.String(),
    /** The person may decide, bring in and undo; others of the unit only look. */
    mayAct: Type.Boolean(),
    sheets: Type.Array(ImportSheet),
    sheet: Type.String(),
    brings: Brings,
    kind: oneOf(['list', 'paragraphs', 'statistics', 'reports', 'unreadable']),
    /** Name of the list that the rows belong to. */
    list: Type.String(),
    /** 1-based rows of the head; `raw`: the rows from the top down to it, as they stand in the sheet. */
    head: nullable(
      Type.Object({
        first: Type.Integer(),
        last: Type.Integer(),
        titles: Type.Array(Type.String()),
        asOf: nullable(Type.String()),
      }),
    ),
    raw: Type.Array(Type.Array(Type.String())),
    mapping: Type.Array(ref(ImportColumn)),
    /** What a column may be taken for. */
    fields: Type.Array(Type.Object({ id: Field, zh: Type.String(), en: Type.String() })),
    /** Open questions about the whole sheet, those about blanks among them. */
    questions: Type.Array(ref(ImportQuestion)),
    /** What is left out of the sheet, or where it belongs; nothing is asked about it. */
    notes: Type.Array(Said),
    /** Groups of open questions about rows, most frequent first. */
    groups: Type.Array(ref(ImportQuestion)),
    blanks: Type.Array(Type.Object({ field: Field, choose: oneOf(['same-as-above', 'none']), reason: Type.String() })),
    /** What the plan needs of every row, asked once for those that do not say it themselves; `lacking`: how many. */
    once: Type.Array(
      Type.Object({
        id: Type.String(),
        label: ref(Text),
        chosen: nullable(Type.String()),
        lacking: Type.Integer(),
        /** It is about so many pictures of the sheet. */
        pictures: Type.Optional(Type.Integer()),
        options: Type.Array(Type.Object({ id: Type.String(), title: ref(Text) })),
      }),
    ),
    counts: ref(ImportCounts),
    progress: Progress,
    /** Why it cannot be undone; null where it can. Only once it is done. */
    undo: nullable(
      Type.Object({ allowed: Type.Boolean(), dossiers: Type.Integer(), used: Type.Integer(), stays: Type.Integer() }),
    ),
    decisions: Type.Integer(),
    /** Who discarded it, when and why. */
    discarded: nullable(Type.Object({ name: Type.String(), at: Type.String(), reason: Type.String() })),
  }),
);

export const ImportLine = named(
  'ImportLine',
  Type.Object({
    /** 1-based rows of the sheet; the first names it. */
    row: Type.Integer(),
    rows: Type.Array(Type.Integer()),
    pile: ImportPile,
    /** The sheet's own cells, row by row, as they are. */
    raw: Type.Array(Type.Array(Type.String())),
    /** What was understood, in words, by field. */
    understood: Type.Array(
      Type.Object({
        field: Type.String(),
        zh: Type.String(),
        en: Type.String(),
        text: Type.String(),
        raw: Type.String(),
      }),
    ),
    questions: Type.Array(ref(ImportQuestion)),
    decisions: Type.Array(ref(ImportDecision)),
    /** Pictures beside the row while it is looked at; `left`: why one does not come in, `mayCome`: whether that can be decided. */
    pictures: Type.Array(
      Type.Object({ id: Type.String(), mayCome: Type.Boolean(), shown: Type.Boolean(), left: nullable(Said) }),
    ),
    /** Why it was left out, or did not come in. */
    reason: nullable(Said),
    /** The dossier that it became, was added to, or is already. */
    dossier: nullable(Type.Object({ id: Id, number: Type.String() })),
  }),
);

/** A page of one pile. `next`: pass it as `after`. */
export const ImportLines = named(
  'ImportLines',
  Type.Object({ rows: Type.Array(ref(ImportLine)), next: nullable(Type.Integer()), total: Type.Integer() }),
);

export type ImportView = Static<typeof ImportView>;
export type ImportLine = Static<typeof ImportLine>;
export type ImportRow = Static<typeof ImportRow>;
