import type { PlainDate } from '../time/index.ts';

/**
 * How a return stands on the wall (填报情况). `late`: filed, after its day, nil or not. `nil`: nothing to report, in time.
 * `returned`: sent back and not filed anew. `missing`: its day has passed. `not-owed`: this unit does not owe this.
 */
export const cellStates = ['filed', 'nil', 'late', 'open', 'returned', 'missing', 'not-owed'] as const;
/** A word of this list. */
export type CellState = (typeof cellStates)[number];

/** What is known of a return without opening it. */
export type Filing = {
  readonly due: PlainDate;
  /** The day on which the unit that owes it filed it last; null while it has it in hand. */
  readonly filedOn: PlainDate | null;
  readonly nil: boolean;
  /** It was sent back, and the unit that owes it has it in hand again. */
  readonly returned: boolean;
  readonly withdrawn: boolean;
};

/** How a return stands on a day. */
export function stateOf({ due, filedOn, nil, returned, withdrawn }: Filing, today: PlainDate): CellState {
  if (withdrawn) return 'not-owed';
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
};

/** Who owes what in a period and who has filed it: units down, what across, and how many stand how. */
export type Wall = {
  readonly whats: readonly string[];
  readonly rows: readonly { readonly unit: string; readonly cells: readonly Cell[] }[];
  readonly counts: Readonly<Record<CellState, number>>;
};

/** The wall of a period. Units and columns stand in the order in which the returns were given. */
export function wallOf(returns: readonly WallReturn[], today: PlainDate): Wall {
  const whats = [...new Set(returns.map(({ what }) => what))];
  const units = new Map<string, Map<string, WallReturn>>();
  for (const each of returns) {
    const row = units.get(each.unit) ?? new Map<string, WallReturn>();
    units.set(each.unit, row.set(each.what, each));
  }
  const rows = [...units].map(([unit, owed]) => ({
    unit,
    cells: whats.map((what) => cellOf(what, owed.get(what), today)),
  }));
  const count = (state: CellState): number =>
    rows.flatMap(({ cells }) => cells).filter((cell) => cell.state === state).length;
  // one entry for each word of the list
  const counts = Object.fromEntries(cellStates.map((state) => [state, count(state)])) as Wall['counts'];
  return { whats, rows, counts };
}

function cellOf(what: string, owed: WallReturn | undefined, today: PlainDate): Cell {
  if (!owed) return { what, state: 'not-owed', nil: false, dossier: null, number: null, due: null, filedOn: null };
  const { dossier, number, nil, due, filedOn } = owed;
  return { what, state: stateOf(owed, today), nil, dossier, number, due, filedOn };
}
