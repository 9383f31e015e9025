import type { OfficialDocument, RecordedAct, Signature } from '@bihuan/core/procedure';
import type { Text } from '@bihuan/core/policy';
import type { Services } from '../services.ts';
import { kindOf } from '../store/dossiers.ts';
import { bodyOf, eventsOf } from '../store/events.ts';

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

/** Dossiers whose log everybody in the office may read; accounts and the calendar have pages of their own. */
const TOLD: readonly (string | null)[] = ['problem', 'edition'];

/** The log of a problem or an edition for people: oldest first, a page at a time. Null when there is none with this id. */
export async function readTimeline({ db, region }: Services, id: string, after: number) {
  const [kind, links] = await Promise.all([kindOf(db, region, id), eventsOf(db, region, id, after, PAGE + 1)]);
  if (!TOLD.includes(kind)) return null;
  const entries = links.slice(0, PAGE).map((link) => {
    const { type, by, on, claimedOn, clause, title, unitName, document, recorded, ...detail } = bodyOf<Said>(link.body);
    return {
      version: link.version,
      type,
      on,
      claimedOn: claimedOn ?? null,
      recordedAt: link.recordedAt,
      by: { name: by.name, unitName: by.unitName, post: by.post },
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
  });
  return { entries, next: links.length > PAGE ? (entries.at(-1)?.version ?? null) : null };
}
