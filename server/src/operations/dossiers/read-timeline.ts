import type { Actor } from '@bihuan/core/access';
import type { Link } from '@bihuan/core/ledger';
import type { OfficialDocument, RecordedAct, Signature } from '@bihuan/core/procedure';
import type { Text } from '@bihuan/core/policy';
import type { Services } from '../../services.ts';
import { standingOf, type DossierKind } from '../../store/dossiers/dossiers.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { hiddenFrom } from '../../store/dossiers/readers.ts';
import { asidesOf, signerView, type Asides } from '../people/asides.ts';
import { seatsReading, shownTo } from './reading.ts';

/** What every event says about itself; everything else is its detail. */
type Said = Signature & {
  readonly type: string;
  readonly clause?: string | null;
  /** Wording of the plan; an edition's own title is a text that somebody wrote. */
  readonly title?: Text | string;
  readonly unitName?: string;
  readonly document?: OfficialDocument | null;
  readonly recorded?: RecordedAct | null;
};

const PAGE = 200;

/** A list that fills a screen many times over, five thousand problems of an edition, is given as their number. */
const MOST_LISTED = 100;
const listedOrCounted = (value: unknown): unknown =>
  Array.isArray(value) && value.length > MOST_LISTED ? value.length : value;

/**
 * The log of a dossier of one of these kinds for people: oldest first, a page at a time. Null when there is none with this
 * id that this person may read; other dossiers that it speaks of are left out where they are not his to read.
 */
export async function readTimeline(
  services: Services,
  kinds: readonly DossierKind[],
  id: string,
  after: number,
  by: Actor,
) {
  const { db, region } = services;
  const [standing, links, hidden] = await Promise.all([
    standingOf(db, region, id),
    eventsOf(db, region, id, after, PAGE + 1),
    hiddenFrom(db, region, seatsReading(services, by), [id]),
  ]);
  if (!kinds.some((told) => told === standing?.kind) || hidden.size > 0) return null;
  const page = links.slice(0, PAGE);
  const asides = await asidesOf(services, page.map(saidIn));
  const entries = await shownTo(
    services,
    by,
    page.map((link) => entryOf(link, asides)),
  );
  return { entries, next: links.length > PAGE ? (entries.at(-1)?.version ?? null) : null };
}

/** What stands in an event. */
export const saidIn = (link: Pick<Link, 'body'>): Said => bodyOf<Said>(link.body);

/** An event as one line of a timeline. */
export function entryOf(link: Link, asides: Asides) {
  const { type, by, on, claimedOn, clause, title, unitName, document, recorded, ...detail } = saidIn(link);
  return {
    version: link.version,
    type,
    on,
    claimedOn: claimedOn ?? null,
    recordedAt: link.recordedAt,
    by: signerView(by, asides),
    clause: clause ?? null,
    title: typeof title === 'object' ? title : null,
    unitName: unitName ?? null,
    document: document ?? null,
    recorded: recorded ?? null,
    detail: Object.fromEntries(
      Object.entries(typeof title === 'string' ? { title, ...detail } : detail).map(([key, value]) => [
        key,
        listedOrCounted(value),
      ]),
    ),
    digest: Buffer.from(link.digest).toString('hex'),
  };
}
