/** A line of words in a box: the first is its title, a limit has a frame. */
export type Said = readonly [style: 'title' | 'seat' | 'clause' | 'copy' | 'limit', text: string];

/** A box of a drawing: a step of a route, or a procedure of a flow. */
export type Box = {
  readonly lines: readonly Said[];
  /** The lane it stands in, by its id. */
  readonly lane: string;
  /** Indexes of the boxes that may follow; empty at the end. */
  readonly next: readonly number[];
  /** Indexes of boxes it may be sent back to. */
  readonly back: readonly number[];
  /** Nobody who signs in here does it. */
  readonly outside: boolean;
  /** The dossier may end here. */
  readonly closes: boolean;
};

/** What is drawn, before it has a place: both sorts of picture are made from it. */
export type Drawing = {
  readonly id: string;
  readonly title: string;
  /** The clause it stands on, with the ruling that supplied it. */
  readonly basis: string;
  /** What the lines and frames mean. */
  readonly note: string;
  /** What an arrow back means. */
  readonly again: string;
  /** From near to far; one without a label is drawn without a name. */
  readonly lanes: readonly { readonly id: string; readonly label: string }[];
  readonly boxes: readonly Box[];
};

/** The clause, with the ruling that supplied what it does not say. */
export const basisOf = (clause: string, ruling: string | null | undefined): string =>
  ruling ? `${clause}，裁定${ruling}` : clause;
