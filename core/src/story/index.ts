import type { Refusal } from '../access/index.ts';
import { kindOf, withKinds, type Fault, type Pack, type Story, type StoryAct } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import type { Calendar } from '../time/index.ts';
import { caseTeller } from './case-story.ts';
import { editionTeller } from './edition-story.ts';
import { differencesAt, type Difference } from './expecting.ts';
import type { Lived, Opened, Teller } from './play.ts';
import { problemTeller } from './problem-story.ts';

/**
 * Stories of a pack that come out otherwise than its authors wrote them down: each is lived through by the engine that the server
 * runs, under the pack's own calendar. `digest`: of a text, as lower-case hex.
 */
export function storiesDiffer(pack: Pack, calendar: Calendar, digest: Law['digest']): readonly Fault[] {
  const law: Law = { policy: withKinds(pack.policy), units: pack.units, calendar, digest };
  return (pack.stories ?? []).flatMap((story) =>
    lived(story, law).map(({ path, expected, found }) => fault(story, path, expected, found)),
  );
}

/** A difference, with where in the story it stands. */
type Astray = Omit<Difference, 'path'> & { readonly path: readonly (string | number)[] };

/** A pack on which the engine breaks down in the middle of a story is one that the checker should have refused: it is told, too. */
function lived(story: Story, law: Law): readonly Astray[] {
  try {
    return differences(story, law);
  } catch (error) {
    return [
      {
        path: ['given'],
        expected: '办得下去 / it goes on',
        found: error instanceof Error ? error.message : 'error',
      },
    ];
  }
}

function differences(story: Story, law: Law): readonly Astray[] {
  const kind = kindOf(law.policy, story.given.kind);
  if (!kind)
    return [{ path: ['given', 'kind'], expected: '政策包里的事项类型 / a kind of the pack', found: story.given.kind }];
  if (kind.is === 'problem') return told(story, problemTeller(story, kind, law), law);
  if (kind.is === 'edition') return told(story, editionTeller(story, law), law);
  return told(story, caseTeller(story, kind, law), law);
}

/** Lives through the story; what goes wrong on the way is told where it happens, and nothing after it. */
function told<D extends Lived>(story: Story, teller: Teller<D>, law: Law): readonly Astray[] {
  const { given, expect } = story;
  const opening = teller.open();
  if (!('after' in opening)) return [{ path: ['given'], expected: '可以立项 / it is opened', found: why(opening) }];
  let dossier = opening.after;
  let opened: Opened = [];
  let refused = expect.refused === undefined;
  for (const [index, act] of given.acts.entries()) {
    const attempt = teller.play(dossier, act);
    if ('after' in attempt) {
      opened = [...opened, ...teller.opened(dossier, attempt.after)];
      dossier = attempt.after;
      continue;
    }
    if (wordOf(act) !== expect.refused?.act)
      return [{ path: ['given', 'acts', index], expected: '可以办理 / it is done', found: why(attempt) }];
    const { obstacle } = expect.refused;
    if (!codesOf(attempt).includes(obstacle))
      return [{ path: ['expect', 'refused'], expected: obstacle, found: why(attempt) }];
    refused = true;
  }
  const on = expect.on ?? given.acts.at(-1)?.on ?? given.on;
  const end = differencesAt(expect, { dossier, opened, on, law });
  const never = { path: ['refused'], expected: expect.refused?.obstacle ?? '', found: '可以办理 / it is done' };
  return [...end, ...(refused ? [] : [never])].map((each) => ({ ...each, path: ['expect', ...each.path] }));
}

/** The word by which `refused` names a deed: the step, the act, or what is done. */
function wordOf(act: StoryAct): string {
  if ('step' in act) return act.step;
  return act.what === 'act' ? act.act : act.what;
}

type Unplayed = { readonly refused: Refusal } | { readonly stray: string };

/** Everything by which a refusal may be named. */
function codesOf(unplayed: Unplayed): readonly string[] {
  if ('stray' in unplayed) return [unplayed.stray];
  const { refused } = unplayed;
  if (refused.code === 'not-allowed') return [refused.obstacle.code];
  return refused.code === 'bad-input'
    ? [refused.code, ...refused.faults.map(({ field, code }) => `${field}:${code}`)]
    : [refused.code];
}

const why = (unplayed: Unplayed): string => codesOf(unplayed).join(', ');

function fault({ name, clause, at }: Story, path: Astray['path'], expected: string, found: string): Fault {
  const key = path.filter((part) => part !== 'expect').join('.');
  return {
    kind: 'example-differs',
    file: 'examples',
    path: ['examples', at, ...path],
    clauses: [clause],
    facts: [],
    about: [name, key],
    text: {
      zh: `例子“${name}”：${key} 应为 ${expected}，实为 ${found}`,
      en: `story "${name}": ${key} should be ${expected} and is ${found}`,
    },
    ruling: null,
  };
}
