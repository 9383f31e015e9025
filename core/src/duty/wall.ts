import type { PlainDate } from '../time/index.ts';

/**
 * How a return stands on the wall (填报情况). `late`: filed, after its day, nil or not. `nil`: nothing to report, in time.
 * `confirming`: its unit has filed it, and whoever confirms it has not said so yet; it does not count as filed.
 * `returned`: sent back and not filed anew. `missing`: its day has passed. `not-owed`: this unit does not owe this.
 */
export const cellStates = ['filed', 'nil', 'late', 'confirming', 'open', 'returned', 'missing', 'not-owed'] as const;
/** A word of this list. */
export type CellState = (typeof cellStates)[number];

/** What is known of a return without opening it. */
export type Filing = {
  readonly due: PlainDate;
  /** The day on which the unit that owes it filed it last; null while it has it in hand. */
  readonly filedOn: PlainDate | null;
  /** Whoever confirms it has done so, or nobody has to. */
  readonly confirmed: boolean;
  readonly nil: boolean;
  /** It was sent back, and the unit that owes it has it in hand again. */
  readonly returned: boolean;
  readonly withdrawn: boolean;
};

/** How a return stands on a day. */
export function stateOf({ due, filedOn, confirmed, nil, returned, withdrawn }: Filing, today: PlainDate): CellState {
  if (withdrawn) return 'not-owed';
  if (filedOn !== null && !confirmed) return 'confirming';
  if (filedOn !== null) return filedOn > due ? 'late' : nil ? 'nil' : 'filed';
  if (returned) return 'returned';
  return due < today ? 'missing' : 'open';
}

/** Whether a return in this state still waits for the unit that owes it: these are urged. */
export const isWaiting = (state: CellState): boolean => state === 'open' || state === 'returned' || state === 'missing';

/** A return as the wall is given it. `what`: the field or the dossier it is about; empty where the duty knows no each. */
export type WallReturn = Filing & {
  readonly dossier: string;
  readonly number: string;
  readonly unit: string;
  readonly what: string;
  /** The frozen return that it corrects. It has no cell of its own and stands beside that one. */
  readonly corrects: string | null;
};

/** One cell: unit × what. The dossier is null where nothing is owed. */
export type Cell = {
  readonly what: string;
  readonly state: CellState;
  readonly nil: boolean;
  readonly dossier: string | null;
  readonly number: string | null;
  readonly due: PlainDate | null;
  readonly filedOn: PlainDate | null;
  readonly corrections: readonly { readonly dossier: string; readonly number: string }[];
};

/** Who owes what in a period and who has filed it: units down, what across, and how many stand how. */
export type Wall = {
  readonly whats: readonly string[];
  readonly rows: readonly { readonly unit: string; readonly cells: readonly Cell[] }[];
  readonly counts: Readonly<Record<CellState, number>>;
};

/** How a wall is laid out. */
export type Layout = {
  /** Only what is owed has a cell: a share of a thousand dossiers makes no thousand columns. */
  readonly sparse?: boolean;
  /** The columns in their order; those that it does not name come first, in the order of the returns. */
  readonly order?: readonly string[];
};

/** The wall of a period. Units stand in the order in which the returns were given. */
export function wallOf(
  returns: readonly WallReturn[],
  today: PlainDate,
  { sparse = false, order = [] }: Layout = {},
): Wall {
  const owed = returns.filter(({ corrects }) => corrects === null);
  const corrections = Map.groupBy(returns, ({ corrects }) => corrects);
  const whats = [...new Set(owed.map(({ what }) => what))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const rows = [...Map.groupBy(owed, ({ unit }) => unit)].map(([unit, theirs]) => {
    const cells = new Map(theirs.map((one) => [one.what, cellOf(one, corrections.get(one.dossier) ?? [], today)]));
    return { unit, cells: sparse ? [...cells.values()] : whats.map((what) => cells.get(what) ?? notOwed(what)) };
  });
  const cells = rows.flatMap((row) => row.cells);
  const count = (state: CellState): number => cells.filter((cell) => cell.state === state).length;
  // one entry for each word of the list
  const counts = Object.fromEntries(cellStates.map((state) => [state, count(state)])) as Wall['counts'];
  return { whats, rows, counts };
}

function cellOf(owed: WallReturn, corrections: readonly WallReturn[], today: PlainDate): Cell {
  const { what, dossier, number, nil, due, filedOn } = owed;
  const beside = corrections.map((each) => ({ dossier: each.dossier, number: each.number }));
  return { what, state: stateOf(owed, today), nil, dossier, number, due, filedOn, corrections: beside };
}

const notOwed = (what: string): Cell => ({
  what,
  state: 'not-owed',
  nil: false,
  dossier: null,
  number: null,
  due: null,
  filedOn: null,
  corrections: [],
});
