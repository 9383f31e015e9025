import type { SheetField } from '../../policy/index.ts';
import { FIELDS } from '../field.ts';
import { meaningsOf } from '../meaning.ts';
import type { Meaning, Meanings, NamedMeaning } from '../meaning.ts';
import { squeeze } from '../normalise.ts';
import { exactField } from '../recognise.ts';
import type { Said } from '../said.ts';
import type { KindContext } from './context.ts';

/** The meaning of a column that holds this field. */
export const meaningOf = (field: string): Meaning => `sheet:${field}`;

/** Types that a single cell cannot hold. */
const UNREADABLE: Partial<Record<SheetField['type'], Said>> = {
  rows: {
    zh: '这一项是表中的表，平表一格放不下：请先导入其余各列，再到各事项的表单里“导入表格”',
    en: 'This is a table within the sheet and fits into no cell: bring the other columns in, then the table in each form',
  },
  files: {
    zh: '附件不写在单元格里：格里的图片可以导入，其他附件请在各事项中上传',
    en: 'Files are no words of a cell: pictures come in, other files are added to each dossier',
  },
  figure: { zh: '这一项由程序统计，不填', en: 'The program counts this itself' },
};

/** Why no column can hold this field; null where one can. */
export function whyNoColumn(
  { type, personal }: SheetField,
  { noPersonal }: Pick<KindContext, 'noPersonal'>,
): Said | null {
  return UNREADABLE[type] ?? (personal && noPersonal ? noPersonal : null);
}

/** Types of which one value may hold for every row, so that it is asked once where no column says it. */
export const isAskedOnce = ({ type }: SheetField): boolean => ['choice', 'unit', 'yes-no'].includes(type);

/** Fields that columns of a workbook can hold. */
export const readableFields = (context: Pick<KindContext, 'fields' | 'noPersonal'>): readonly SheetField[] =>
  context.fields.filter((field) => whyNoColumn(field, context) === null);

/** Fields that pictures of a workbook can come into. */
export const filesOf = ({ fields }: Pick<KindContext, 'fields'>): readonly SheetField[] =>
  fields.filter(({ type }) => type === 'files');

const CHANNEL: NamedMeaning = {
  id: 'channel',
  zh: '来源渠道',
  en: 'Channel',
  heads: ['来源渠道', '渠道', '来源', 'channel'],
};

/** Every name of a field: its label in both languages, what it was called before, and the usual heads it is one of. */
function named({ id, label }: SheetField, formerly: KindContext['formerly']): NamedMeaning {
  const own = [label.zh, ...(label.en === undefined ? [] : [label.en]), ...(formerly[id] ?? [])];
  const usual = exactField(label.zh);
  const heads = [...own, ...(usual === null ? [] : FIELDS[usual].heads)];
  return { id: meaningOf(id), zh: label.zh, en: label.en ?? label.zh, heads };
}

/** What the columns of such a list can mean. Fields come before the usual heads, so that a plan’s own words win. */
export function meaningsOfKind(context: KindContext): Meanings {
  const { channels, formerly } = context;
  const fields = readableFields(context).map((field) => named(field, formerly));
  const usual = (['number', 'serial'] as const).map((id): NamedMeaning => ({ id, ...FIELDS[id] }));
  const left = context.fields.flatMap((field) => {
    const why = whyNoColumn(field, context);
    return why === null ? [] : named(field, formerly).heads.map((head) => [squeeze(head), why] as const);
  });
  return meaningsOf([...fields, ...(channels.length > 0 ? [CHANNEL] : []), ...usual], null, new Map(left));
}
