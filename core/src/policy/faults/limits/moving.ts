import { seatsOf } from '../../judging.ts';
import type { ClauseId, Seat, Unit } from '../../model.ts';
import { sameBody } from '../../units.ts';
import { flowsWith } from '../flow/flow.ts';
import { named, sitters } from '../seats/offices.ts';
import { limitFault, placedLimits, type Placed } from './placed.ts';
import type { Finder, Found, Road, Survey } from '../survey/survey.ts';

/** A word of a limit that lets somebody move its last day. */
type Word = {
  readonly key: 'extension' | 'pause';
  readonly by: Seat;
  readonly clause: ClauseId;
  readonly placed: Placed;
};

const wordsOf = (placed: Placed): readonly Word[] =>
  (['extension', 'pause'] as const).flatMap((key) => {
    const said = placed.limit[key];
    return said ? [{ key, by: said.by, clause: said.clause, placed }] : [];
  });

const names = { extension: { zh: '延期', en: 'extend' }, pause: { zh: '暂停', en: 'pause' } } as const;

function wordFault(
  kind: Found['kind'],
  { key, clause, placed }: Word,
  text: Found['text'],
  keys: readonly string[],
): Found {
  const found = limitFault(kind, { ...placed, path: [...placed.path, key, ...keys] }, text);
  return { ...found, clauses: [...new Set([...found.clauses, clause])] };
}

/** Extensions and pauses that fall to whoever stands under the limit. The guard would stop them one by one. */
export const holderExtends: Finder = (survey) =>
  placedLimits(survey)
    .flatMap(wordsOf)
    .flatMap((word): readonly Found[] => {
      const own = movesOwn(word, survey);
      if (own.length === 0) return [];
      const { title, id } = word.placed.limit;
      const [who, what] = [named(own, survey.on), names[word.key]];
      return [
        wordFault(
          'holder-extends',
          word,
          {
            zh: `“${title.zh}”的${what.zh}可能由须在期限内办理的单位自己（${who.zh}）决定`,
            en: `a unit that stands under "${id}" may ${what.en} it itself (${who.en})`,
          },
          ['by'],
        ),
      ];
    });

function movesOwn({ by, placed: { stand, limit } }: Word, { pack, days, flows }: Survey): readonly Unit[] {
  if (!stand) return [];
  // the plan's own date is whoever's who has the problem
  const holders = flowsWith(stand.road, flows).flatMap(({ flow }) => flow.kind.holder ?? []);
  const own = limit.term.count === 'plan-date' ? holders.map((role) => ({ role, post: '*' })) : [];
  const under = [...seatsOf(stand.step), ...own];
  return [
    ...new Set(
      days.flatMap((day) => {
        const bound = sitters(pack, under, day);
        return sitters(pack, [by], day).filter((unit) => bound.some((each) => sameBody(pack.units, each.id, unit.id)));
      }),
    ),
  ];
}

/** Words on a limit whose clock does not run in this program: nobody could ever make use of them. */
export const idleWords: Finder = (survey) =>
  placedLimits(survey)
    .filter(({ stand }) => stand === null || onlyInLists(stand.road, survey))
    .flatMap(wordsOf)
    .map((word) => ({
      ...wordFault(
        'shape',
        word,
        {
          zh: `“${word.placed.limit.title.zh}”在此只作提示、不计时，不能写${names[word.key].zh}（${word.key}）`,
          en: `no clock runs by "${word.placed.limit.id}" here, so nobody could ${names[word.key].en} it (${word.key})`,
        },
        [],
      ),
      onlyBy: null,
    }));

/** A road that is taken in editions of the list alone, in which no clock runs. */
const onlyInLists = (road: Road, { flows }: Survey): boolean => {
  const taken = flowsWith(road, flows);
  return taken.length > 0 && taken.every(({ flow }) => flow.kind.is === 'edition');
};

/** A pack that says it knows no extension, and lets a limit be extended all the same. */
export const silentExtensions: Finder = (survey) => {
  const silent = survey.pack.policy.topics.some(({ topic, silent: off }) => topic === 'extension' && off);
  if (!silent) return [];
  return placedLimits(survey)
    .flatMap(wordsOf)
    .filter(({ key }) => key === 'extension')
    .map((word) => ({
      ...wordFault(
        'silent-topic',
        word,
        {
          zh: `topics 写明方案没有规定延期，“${word.placed.limit.title.zh}”却可以延期`,
          en: `topics say that the plan knows no extension, and "${word.placed.limit.id}" may be extended`,
        },
        [],
      ),
      onlyBy: null,
    }));
};
