import { openFields } from '@bihuan/core/case';
import { filesOf, type PlacedPicture } from '@bihuan/core/intake';
import type { Facts, Kind, Text } from '@bihuan/core/policy';
import type { Services } from '../../services.ts';
import type { AskedOnce } from './once.ts';

/** Under which it is chosen what pictures are kept as. */
const PICTURES = 'pictures:';

/** Chosen for pictures that do not come in. */
export const LEAVE = 'none';

/** What was chosen, without what was chosen for pictures: that stands in no registration. */
export const withoutPictures = (chosen: Facts): Facts =>
  Object.fromEntries(Object.entries(chosen).filter(([id]) => !id.startsWith(PICTURES)));

/** As what a picture is to be kept: a kind of evidence, or a field of the kind; null where it is not, or nobody has said so. */
export function keptAsWhat(chosen: Facts, { group, left, file }: PlacedPicture): string | null {
  const said = chosen[`${PICTURES}${group}`];
  return left !== null || file === null || said === undefined || said === LEAVE ? null : said;
}

type As = { readonly kind: Kind | null; readonly of: string | null; readonly chosen: Facts };

/** What the pictures of each column are kept as, asked once; where there is no place for them they are left out and it is said. */
export function askedOfPictures(
  services: Pick<Services, 'law'>,
  { kind, of, chosen }: As,
  pictures: readonly PlacedPicture[],
): readonly AskedOnce[] {
  const groups = Map.groupBy(
    pictures.filter(({ left }) => left === null || left === 'decided'),
    ({ group }) => group,
  );
  return [...groups].flatMap(([group, all]): readonly AskedOnce[] => {
    const head = all[0]?.head ?? '';
    const places = kind ? fieldsFor(services, kind) : of === null ? evidenceFor(services, head) : [];
    if (places.length === 0) return [];
    const count = all.filter(({ left }) => left === null).length;
    return [
      {
        id: `${PICTURES}${group}`,
        label: labelled(head),
        chosen: chosen[`${PICTURES}${group}`] ?? null,
        lacking: count,
        pictures: count,
        options: [...places, { id: LEAVE, title: { zh: '图片不导入', en: 'Leave the pictures out' } }],
      },
    ];
  });
}

const labelled = (head: string): Text =>
  head === '' ? { zh: '表里的图片', en: 'Pictures' } : { zh: `“${head}”列的图片`, en: `Pictures under “${head}”` };

type Options = AskedOnce['options'];

/** Kinds of evidence, first those that the head of the column speaks of, else those that show the place before. */
function evidenceFor({ law }: Pick<Services, 'law'>, head: string): Options {
  const shows = /后/.test(head) ? 'after' : 'before';
  const kinds = law().policy.evidenceKinds;
  return [...kinds.filter((one) => one.shows === shows), ...kinds.filter((one) => one.shows !== shows)].map(
    ({ id, label }) => ({ id, title: label }),
  );
}

const fieldsFor = ({ law }: Pick<Services, 'law'>, kind: Kind): Options =>
  filesOf({ fields: openFields(kind, law().policy) }).map(({ id, label }) => ({ id, title: label }));
