import type { Unit } from '../../policy/index.ts';
import { findHead } from '../head.ts';
import { squeeze } from '../normalise.ts';
import type { Said } from '../said.ts';
import type { Sheet } from '../sheet.ts';
import { findUnit, suggestUnits } from '../unit-directory.ts';
import { rosterColumns } from './columns.ts';
import { rosterMeanings } from './heads.ts';
import { postsWritten, readPost } from './posts.ts';
import { MOST_PEOPLE, type Roster, type RosterContext, type RosterDoubt, type RosterSeat } from './roster.ts';
import { namedRows, type Named } from './rows.ts';
import { together, type Read } from './together.ts';

/**
 * Understands a list of people: who stands in it, in which post of which unit, how they are reached, and what somebody must say
 * before they can come in. Nobody is chosen silently: a unit or a post that is not clear, and two people of one name, are asked.
 */
export function readRoster(sheet: Sheet, context: RosterContext): Roster {
  const meanings = rosterMeanings(context.posts.words);
  const head = findHead(sheet, meanings);
  if (head === null) return { head: null, columns: [], entries: [], skipped: [], cut: false };
  const columns = rosterColumns(head, meanings, context.given);
  const { named, skipped } = namedRows(sheet, head, columns, context.index);
  const units = unitReader(context);
  const read = named.slice(0, MOST_PEOPLE).map((one) => seated(one, context, units));
  return {
    head: { first: head.first + 1, last: head.last + 1 },
    columns: columns.columns,
    entries: together(read, context),
    skipped,
    cut: named.length > MOST_PEOPLE,
  };
}

type UnitRead = Pick<RosterSeat, 'unit' | 'units'> & { readonly doubt: RosterDoubt | null };

/** Names of units, each looked up once: a list says the same name a hundred times. */
function unitReader({ index, units }: RosterContext): (written: string) => UnitRead {
  const known = new Map<string, UnitRead>();
  const own = new Map(units.map((unit) => [unit.id, unit]));
  const look = (written: string): UnitRead => {
    if (written === '') return { unit: null, units: [], doubt: 'no-unit' };
    const found = findUnit(index, written).map(({ unit }) => unit);
    const here = found.filter((id) => own.get(id)?.external === false);
    const [only] = here;
    if (only !== undefined && here.length === 1) return { unit: only, units: [], doubt: null };
    if (found.length > 0 && here.length === 0) return { unit: null, units: [], doubt: 'outside' };
    const likely = here.length > 0 ? here : suggestUnits(index, written).map(({ unit }) => unit);
    return { unit: null, units: likely.filter((id) => own.get(id)?.external === false), doubt: 'unknown-unit' };
  };
  return (written) => {
    const before = known.get(squeeze(written));
    if (before) return before;
    const read = look(written);
    known.set(squeeze(written), read);
    return read;
  };
}

function seated(named: Named, context: RosterContext, unitOf: (written: string) => UnitRead): Read {
  const { unit, units, doubt } = unitOf(named.unit);
  const here = context.units.find((one) => one.id === unit) ?? null;
  const seats = seatsOf(named, context, here).map(({ written, post, likely }): RosterSeat => ({
    writtenUnit: named.unit,
    writtenPost: written,
    unit,
    units,
    post,
    posts: likely,
  }));
  const open = seats.some(({ post }) => post === null);
  const noPost = named.post === '' && named.slotPost === null;
  const doubts: readonly (RosterDoubt | null)[] = [
    doubt,
    named.above && doubt === null ? 'unit-above' : null,
    open ? (noPost ? 'no-post' : 'unknown-post') : null,
    named.unclear ? 'name-unclear' : null,
  ];
  return {
    named,
    seats,
    doubts: doubts.filter((one) => one !== null),
    notes: [...named.notes, ...notHere(seats, here)],
  };
}

type Held = { readonly written: string; readonly post: string | null; readonly likely: readonly string[] };

function seatsOf(named: Named, { posts }: RosterContext, unit: Unit | null): readonly Held[] {
  if (named.slotPost !== null) {
    const open = unit === null || unit.posts.includes(named.slotPost);
    return [{ written: '', post: open ? named.slotPost : null, likely: [] }];
  }
  const written = postsWritten(named.post);
  if (written.length === 0) return [{ written: '', post: null, likely: [] }];
  return written.map((post) => ({ written: post, ...readPost(post, posts, unit) }));
}

/** A post of the plan that this unit does not have is said, so that whoever chooses knows why. */
const notHere = (seats: readonly RosterSeat[], unit: Unit | null): readonly Said[] =>
  seats
    .filter(
      ({ post, posts, writtenPost }) => unit !== null && post === null && posts.length === 0 && writtenPost !== '',
    )
    .map(({ writtenPost }) => ({
      zh: `“${writtenPost}”不是这个单位在方案中的岗位`,
      en: `“${writtenPost}” is no post of the plan in this unit`,
    }));
