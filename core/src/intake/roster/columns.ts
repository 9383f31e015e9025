import { headOf } from '../mapping.ts';
import type { Head, HeadColumn } from '../head.ts';
import { exactMeaning, whyLeft } from '../meaning.ts';
import type { Meanings } from '../meaning.ts';
import { recognise } from '../recognise.ts';
import type { Said } from '../said.ts';

/** Columns (0-based) that together name one person of a row; `post`: the post that the head names, where it does. */
export type Slot = {
  readonly post: string | null;
  readonly name: number;
  readonly phone: number | null;
  readonly username: number | null;
};

/** A column as it is taken. `means`: 'name', 'unit', 'post', 'phone', 'username', `post:<id>`, or null where it is left out. */
export type RosterColumn = {
  readonly column: number;
  readonly head: string;
  readonly means: string | null;
  readonly why: Said;
};

/** Where the units, the posts and the people of a list stand. */
export type RosterColumns = {
  readonly unit: number | null;
  readonly post: number | null;
  readonly slots: readonly Slot[];
  readonly columns: readonly RosterColumn[];
};

const CORRECTED: Said = { zh: '人工指定', en: 'Set by a person' };
const SECOND: Said = { zh: '另有一列也是这个意思，用前一列', en: 'An earlier column means the same, and is taken' };
const UNKNOWN: Said = { zh: '看不出是什么，不导入', en: 'Nobody can tell what it is: left out' };

/** Takes the columns of a list of people by their heads; `given`: what a person says that a column (0-based) is, '' for nothing. */
export function rosterColumns(head: Head, meanings: Meanings, given: ReadonlyMap<number, string>): RosterColumns {
  const taken: RosterColumn[] = [];
  for (const column of head.columns) taken.push(take(column, meanings, given.get(column.column), taken));
  const at = (means: string): number | null => taken.find((one) => one.means === means)?.column ?? null;
  return { unit: at('unit'), post: at('post'), slots: slotsOf(taken), columns: taken };
}

function take(
  head: HeadColumn,
  meanings: Meanings,
  given: string | undefined,
  before: readonly RosterColumn[],
): RosterColumn {
  const own = { column: head.column, head: headOf(head) };
  if (given !== undefined) return { ...own, means: given === '' ? null : given, why: CORRECTED };
  const left = whyLeft(head.text, meanings);
  if (left !== null) return { ...own, means: null, why: left };
  const found = recognise(head.text, head.group, meanings);
  const means = found.field === null ? null : found.field.replace(/^sheet:/, '');
  if (means === null) return { ...own, means: null, why: UNKNOWN };
  // 主要领导 over 姓名 and 电话: the head above says which post the person below holds
  const above = head.group === null ? null : exactMeaning(head.group, meanings)?.id.replace(/^sheet:/, '');
  const said = means === 'name' && above?.startsWith('post:') ? above : means;
  // several telephones belong to several people; two columns of units cannot both be right
  const doubled = said !== 'phone' && said !== 'username' && before.some((one) => one.means === said);
  return doubled ? { ...own, means: null, why: SECOND } : { ...own, means: said, why: found.why };
}

/** A telephone and a user name belong to the person on their left; those before anybody belong to the first. */
function slotsOf(columns: readonly RosterColumn[]): readonly Slot[] {
  const slots: { post: string | null; name: number; phone: number | null; username: number | null }[] = [];
  const early: { phone: number | null; username: number | null } = { phone: null, username: null };
  for (const { column, means } of columns) {
    if (means === 'name' || means?.startsWith('post:')) {
      const post = means === 'name' ? null : means.slice('post:'.length);
      slots.push({ post, name: column, phone: null, username: null });
    } else if (means === 'phone' || means === 'username') {
      const whose = slots[slots.length - 1] ?? early;
      whose[means] ??= column;
    }
  }
  const [first, ...others] = slots;
  if (!first) return [];
  return [{ ...first, phone: first.phone ?? early.phone, username: first.username ?? early.username }, ...others];
}
