import type { Actor } from '@bihuan/core/access';
import type { Occasion } from '@bihuan/core/notification';
import type { Services } from '../../services.ts';
import { bodyOf, eventsAt } from '../../store/dossiers/events.ts';
import {
  countUnread,
  foldedNotifications,
  markRead,
  notificationsOf,
  type AfterFolded,
  type NotificationRow,
  type Asker,
} from '../../store/notifications.ts';
import { cursorOf, isId, isInstant, placeAfter } from '../dossiers/cursor.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { KEPT_DAYS, daysAgo } from './kept.ts';

/** So many of one dossier are shown, the latest ones; the dossier tells the rest. */
const SHOWN = 5;

const toldTo = (services: Services, by: Actor): Asker => ({
  person: by.id,
  reads: seatsReading(services, by),
  since: daysAgo(services, KEPT_DAYS),
});

/** How many dossiers have something new for this person. */
export const unreadOf = (services: Services, by: Actor): Promise<number> =>
  countUnread(services.db, services.region, toldTo(services, by));

/** What this person was told, folded by dossier, the latest first, a page at a time. */
export async function readNotifications(
  services: Services,
  by: Actor,
  { after, size = 20 }: { readonly after?: string; readonly size?: number },
) {
  const { db, region } = services;
  const told = toldTo(services, by);
  const [rows, unread] = await Promise.all([
    foldedNotifications(db, region, told, { after: placeOf(after), size: size + 1 }),
    countUnread(db, region, told),
  ]);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const items = await notificationsOf(
    db,
    region,
    told,
    page.map(({ id }) => id),
    SHOWN,
  );
  const whose = await hands(services, items);
  const of = Map.groupBy(items, ({ dossier }) => dossier);
  return {
    unread,
    dossiers: page.map(({ id, kind, number, subject, unread: fresh, count }) => ({
      dossier: id,
      kind,
      number,
      subject,
      unread: fresh,
      count,
      items: (of.get(id) ?? []).map((item) => itemView(item, whose)),
    })),
    next: rows.length > size && last ? cursorOf([last.at.toISOString(), last.id]) : null,
  };
}

/** What every event says of who did it, and the words that he gave with it. */
type Said = {
  readonly by: { readonly name: string; readonly unitName: string };
  readonly reason?: unknown;
  readonly text?: unknown;
};

/** Whose acts these come of, by dossier and version. */
async function hands({ db, region }: Services, items: readonly NotificationRow[]): Promise<ReadonlyMap<string, Said>> {
  const named = items.flatMap(({ dossier, version }) => (version === null ? [] : [{ dossier, version }]));
  const events = await eventsAt(db, region, named);
  return new Map(events.map(({ dossier, version, body }) => [`${dossier} ${version}`, bodyOf<Said>(body)]));
}

function itemView(item: NotificationRow, hand: ReadonlyMap<string, Said>) {
  const { dossier, id, occasion, title_zh: zh, title_en: en, version, at, read_at: readAt } = item;
  const said = hand.get(`${dossier} ${version}`);
  const words = [said?.reason, said?.text].find((text) => typeof text === 'string');
  return {
    id,
    occasion: occasion as Occasion | 'vacant', // what `tellPeople` wrote
    title: { zh, ...(en === null ? {} : { en }) },
    at: at.toISOString(),
    fresh: readAt === null,
    by: said ? { name: said.by.name, unitName: said.by.unitName } : null,
    words: words ?? null,
  };
}

/**
 * The person has read what was told of this dossier, or of all. `upTo`: the latest that was on the screen; what came after it,
 * before the button was pressed, stays new. Absent: all of it.
 */
export async function notificationsRead(
  services: Services,
  by: Actor,
  dossier: string | null,
  upTo = 'infinity',
): Promise<void> {
  await markRead(services.db, services.region, { person: by.id, dossier, upTo, at: services.now() });
}

const placeOf = (text: string | undefined): AfterFolded | null =>
  placeAfter(text, (at, id) => (isInstant(at) && isId(id) ? { at, id } : null));
