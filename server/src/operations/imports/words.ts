import { FIELDS, type Field, type UnderstoodRow } from '@bihuan/core/intake';

/** How ids are named in words. */
export type Names = { readonly unit: (id: string) => string; readonly field: (id: string) => string };

/** One thing that was understood of a row: the field, what it was taken for, and what stands in the sheet. */
export type Understood = {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly text: string;
  readonly raw: string;
};

/** What was understood of a row, in the office's words, field by field, beside what stands in the sheet. */
export function wordsOf(row: UnderstoodRow, names: Names): Understood[] {
  const { texts } = row;
  const said = (field: Field, text: string | null | undefined, raw = texts[field] ?? ''): Understood[] =>
    text === null || text === undefined || text === ''
      ? []
      : [{ field, zh: FIELDS[field].zh, en: FIELDS[field].en, text, raw }];
  return [
    ...said('number', row.number),
    ...said('title', texts.title),
    ...said('problem', row.problem),
    ...said('source', row.source?.raw),
    ...said('category', row.category?.raw),
    ...said('domain', row.domain && (row.domain.id === null ? row.domain.raw : names.field(row.domain.id))),
    ...said(
      'township',
      row.township && (row.township.unit === null ? row.township.raw : names.unit(row.township.unit)),
    ),
    ...said('place', row.place),
    ...unitWords(row, names, said),
    ...said(
      'person',
      row.people.map(({ name, post, phone }) => [name, post, phone].filter(Boolean).join(' ')).join('、'),
    ),
    ...said('goal', row.goal),
    ...measureWords(row, said),
    ...said('deadline', row.deadline.raw === '' ? null : row.deadline.understood.zh, row.deadline.raw),
    ...said('verdict', row.verdict?.raw),
    ...said('finish', row.finish?.raw),
    ...said('pace', row.pace?.raw),
    ...row.ownFacts.map(({ column, name, term }) => ({
      field: column,
      zh: name,
      en: name,
      text: term.raw,
      raw: term.raw,
    })),
    ...said('remarks', row.remarks, ''),
  ];
}

type Say = (field: Field, text: string | null | undefined, raw?: string) => Understood[];

const PARTS = [
  ['holder', 'unit'],
  ['lead', 'lead'],
  ['cooperating', 'cooperating'],
  ['supervising', 'supervising'],
  ['accepting', 'accepting'],
] as const;

function unitWords({ units }: UnderstoodRow, names: Names, said: Say): Understood[] {
  return PARTS.flatMap(([part, field]) => {
    const mentions = units.filter((mention) => mention.part === part);
    const text = mentions
      .map(({ unit, text: written }) => (unit === null ? `？${written}` : names.unit(unit)))
      .join('、');
    // thirteen townships out of one word: the word stands in the sheet once
    return said(field, text, [...new Set(mentions.map((mention) => mention.text))].join('、'));
  });
}

function measureWords({ measures }: UnderstoodRow, said: Say): Understood[] {
  return measures.items.flatMap(({ mark, text, deadline }) => {
    const due = deadline === null ? '' : `（${deadline.understood.zh}）`;
    return said('measures', `${mark ?? ''}${text}${due}`, text);
  });
}
