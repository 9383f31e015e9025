import { inside, keysIn, listIn, said, wordingIn, type Tellers } from './entry.ts';

/** What happens to a dossier of any plain kind, beside its procedures. */
export const caseTellers: Tellers = {
  CaseOpened: (_entry, { kindTitle, title, owed, imported }, names) => ({
    // what gathers the returns of a period is owed by nobody
    key: imported
      ? 'CaseOpened.imported'
      : !owed
        ? 'CaseOpened'
        : said(inside(owed, 'unit')) === ''
          ? 'CaseOpened.gathers'
          : 'CaseOpened.owed',
    fill: {
      kind: wordingIn(kindTitle, names),
      title: said(title),
      due: said(inside(owed, 'due')),
      ...workbookIn(imported),
    },
  }),
  SheetFilled: (_entry, { values, at }, { fields, listed }) => ({
    key: at ? 'SheetFilled' : 'SheetFilled.corrected',
    fill: { fields: listed(fields(keysIn(values))) },
  }),
  FiguresFixed: (_entry, { figures }, { fields, listed }) => ({ fill: { fields: listed(fields(keysIn(figures))) } }),
  ActDone: ({ title }, _detail, { text }) => ({ fill: { title: text(title) } }),
  CaseMerged: (_entry, { into }) => ({ fill: { number: said(inside(into, 'number')) }, tone: 'end' }),
  CaseUnmerged: (_entry, { from }) => ({ fill: { number: said(inside(from, 'number')) }, tone: 'back' }),
  CaseLinked: (_entry, { link }) => ({
    fill: { number: said(inside(link, 'number')), title: said(inside(link, 'title')) },
  }),
  PersonalShown: (_entry, { field }, { fields, listed }) => ({
    fill: { fields: listed(fields(sheetFields([field]))) },
  }),
  PersonalErased: (_entry, { fields: erased, basis }, { fields, listed }) => ({
    fill: { fields: listed(fields(sheetFields(listIn(erased)))), basis: said(basis) },
  }),
  CaseEvidenceAdded: (_entry, { evidence }, names) => ({
    fill: { kind: names.evidence(said(inside(evidence, 'kind'))) },
  }),
  CaseUrged: ({ unitName }, _detail, { unit }) => ({ fill: { unit: unit(unitName) } }),
  GatheringFrozen: (_entry, { frozen }) => ({
    fill: {
      count: listIn(inside(frozen, 'members')).length,
      digest: said(inside(frozen, 'digest')).slice(0, 12),
    },
  }),
};

/** The row of a workbook that it came from; nothing where it did not. */
const workbookIn = (imported: unknown): Readonly<Record<string, string>> =>
  imported
    ? {
        workbook: said(inside(imported, 'workbook')),
        sheet: said(inside(imported, 'sheet')),
        rows: listIn(inside(imported, 'rows')).join('、'),
      }
    : {};

/** Fields of the sheet as the log names their parts: the column of a table as its table. */
const sheetFields = (named: readonly unknown[]): readonly string[] => [
  ...new Set(named.map((field) => said(field).split('.')[0] ?? '')),
];
