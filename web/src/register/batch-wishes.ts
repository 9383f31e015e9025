import type { Schema } from '../api/client.ts';
import type { Text } from '../i18n/text.ts';

export type BatchRow = Schema<'BatchRows'>['rows'][number];
type Offered = BatchRow['offers'][number];

/** One thing that may be done with at least one of the chosen problems, and with which. */
export type Wish = {
  readonly key: string;
  readonly type: 'TakeStep' | 'Urge' | 'RecordCopySent' | 'AcknowledgeCopy';
  /** Of a step: its kind, what is asked of this seat, what the plan calls it. */
  readonly do: Offered['do'];
  readonly part: Offered['part'];
  readonly title: Text | null;
  /** The problems that allow it, with what they offer: of copies each its own. */
  readonly on: readonly { readonly row: BatchRow; readonly offers: readonly Offered[] }[];
  /** The chosen problems that do not, with why where one of them has it at all. */
  readonly not: readonly { readonly row: BatchRow; readonly why: Schema<'Obstacle'> | null }[];
};

const TYPES = ['TakeStep', 'Urge', 'RecordCopySent', 'AcknowledgeCopy'] as const;

/** What the chosen problems allow together: a verb that none of them allows is not there. */
export function wishesOf(rows: readonly BatchRow[]): readonly Wish[] {
  const offers = rows.flatMap((row) => row.offers.map((offered) => ({ row, offered })));
  const keys = [...new Set(offers.filter(({ offered }) => isOpen(offered)).map(({ offered }) => keyOf(offered)))];
  return keys
    .flatMap((key): Wish[] => {
      const first = offers.find(({ offered }) => keyOf(offered) === key);
      const type = TYPES.find((known) => known === first?.offered.offer.type);
      if (!first || !type) return [];
      const each = rows.map((row) => ({ row, offers: row.offers.filter((offered) => keyOf(offered) === key) }));
      const on = each.map(({ row, offers: own }) => ({ row, offers: own.filter(isOpen) }));
      const { do: what, part, offer } = first.offered;
      return [
        {
          key,
          type,
          do: what,
          part,
          title: type === 'TakeStep' ? offer.title : null,
          on: on.filter(({ offers: open }) => open.length > 0),
          not: each
            .filter((_one, at) => on[at]?.offers.length === 0)
            .map(({ row, offers: own }) => ({ row, why: own[0]?.offer.obstacle ?? null })),
        },
      ];
    })
    .sort((a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
}

const isOpen = ({ offer, together }: Offered): boolean => together && offer.obstacle === null;

/** Steps of one kind, asked of one seat under one name, are one wish; of reminders and copies there is one each. */
const keyOf = ({ offer, do: what, part }: Offered): string =>
  [offer.type, what ?? '', part ?? '', offer.type === 'TakeStep' ? (offer.title?.zh ?? '') : ''].join('/');
