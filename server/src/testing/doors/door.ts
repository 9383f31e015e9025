import type { StaffedOffice } from '../staff.ts';

/** How a door is used rightly: everything that is refused is made from this by spoiling one thing. */
export type Door = {
  /** Cookie of somebody who may use it; null where nobody needs to be signed in. */
  readonly by: string | null;
  /** Strangers are let through as well. */
  readonly open?: true;
  /** Parts of the address, by name. */
  readonly path?: Readonly<Record<string, string>>;
  /** Another id that this door also opens on. */
  readonly alsoOn?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Bodies of the right shape, by what they ask. The first is done in the end; the others may come at a wrong time. */
  readonly bodies?: Readonly<Record<string, () => object | Promise<object>>>;
  /** The file, where the door takes one. */
  readonly bytes?: Buffer;
  /** How the right request is answered. */
  readonly answered: number;
  /** What must have happened before the right request can be. */
  readonly before?: () => Promise<void>;
};

/** Who there is to ask, and what there is to ask about. */
export type Ground = {
  readonly office: StaffedOffice;
  /** Cookies. */
  readonly clerk: string;
  readonly leader: string;
  readonly coordinator: string;
  readonly administrator: string;
  /** Somebody with a password, `PASSWORD`. */
  readonly member: { readonly id: string; readonly username: string; readonly cookie: string };
  readonly demonstrationPerson: string;
  /** Registered problems that no other door touches. */
  readonly problem: string;
  readonly batched: string;
  readonly toList: string;
  /** An edition that is being formed, and the one problem in it. */
  readonly edition: string;
  readonly listed: string;
  /** A dossier of one of the plan's own kinds. */
  readonly case: string;
  /** A period of a duty that is open, with its gathering and one of its returns. */
  readonly gathering: {
    readonly id: string;
    readonly duty: string;
    readonly period: string;
    readonly member: string;
  };
  readonly evidence: { readonly id: string; readonly bytes: Buffer };
  /** A workbook of rows of a table. */
  readonly table: Buffer;
  /** An import that is being looked at, and the list it came from. */
  readonly import: { readonly id: string; readonly bytes: Buffer; readonly sheet: string };
  /** One id of every kind of thing there is. */
  readonly ids: readonly string[];
  /** Where a dossier stands now. */
  readonly versionOf: (dossier: string) => Promise<number>;
};
