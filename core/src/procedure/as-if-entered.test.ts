import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Limit, Step } from '../policy/index.ts';
import { history, live, type History } from '../testing/lives.ts';
import type { Try } from '../testing/histories.ts';
import { after, chief, club, clubWhere, refusal, registered, MONDAY, type File } from '../testing/index.ts';
import { naturalDays, workingDays } from '../time/index.ts';
import { impactOf } from './adoption-impact.ts';
import type { Law } from './law.ts';

// so many histories take longer than one test is given elsewhere
vi.setConfig({ testTimeout: 180_000 });

const revision = { no: 2, changed: { zh: '改写' }, why: { zh: '讨论后' } };
const reread = (change: (step: Step) => Step): Law => {
  const { policy } = clubWhere(change);
  return { ...club, policy: { ...policy, edition: `${club.policy.edition}.r2`, revision } };
};
const limits = (change: (limits: readonly Limit[]) => readonly Limit[]) =>
  reread((step) => ({ ...step, limits: change(step.limits) }));
const counted = ({ term }: Limit): boolean => term.count !== 'plan-date';
const more: Limit = { id: 'more', title: { zh: '另限' }, clause: '§10', from: 'handed-over', term: naturalDays(40) };

/** Readings that differ in nothing by which somebody may act: the same history can be lived under both. */
const readings: Readonly<Record<string, Law>> = {
  longer: limits((all) => all.map((one) => (counted(one) ? { ...one, term: workingDays(30) } : one))),
  shorter: limits((all) => all.map((one) => (counted(one) ? { ...one, term: naturalDays(2) } : one))),
  fewer: limits((all) => all.filter((one) => !counted(one))),
  more: reread((step) => (step.id === 'draft' ? { ...step, limits: [...step.limits, more] } : step)),
};

/** What was accepted in a life, act by act. */
function accepted(life: History): { readonly file: File; readonly acts: readonly Try[]; readonly on: Try['on'] } {
  const acts: Try[] = [];
  const { file, on } = live(life, ({ file: before }, attempt) => {
    if (refusal(before, attempt.ask, attempt.by, attempt.on, club) === null) acts.push(attempt);
  });
  return { file, acts, on };
}

/** The same acts in a dossier that entered under this reading; only what the calendar notes may be otherwise. */
const entered = (origin: string, acts: readonly Try[], law: Law): File =>
  acts.reduce(
    (file, { ask, by, on }) =>
      ask.type === 'NoteLapse' && refusal(file, ask, by, on, law) !== null ? file : after(file, ask, by, on, law),
    registered(origin, MONDAY, law),
  );

const running = ({ problem }: File) =>
  problem.clocks
    .filter(({ metOn }) => metOn === null)
    .map(({ id, start, term, due, dueAt, target }) => ({ id, start, term, due, dueAt, target }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
const met = ({ problem }: File) => problem.clocks.filter(({ metOn }) => metOn !== null);
const standing = ({ problem: { runs, tasks, questions, stage, parts, policy } }: File) =>
  JSON.parse(
    JSON.stringify({ runs, tasks: tasks.map(({ urgedOn: _when, ...task }) => task), questions, stage, parts, policy }),
  );

test.each(Object.keys(readings))(
  'brought over to a reading with %s limits, a problem stands as if it had entered under it; what was met stays met as it was',
  (name) => {
    const to = readings[name]!;
    let compared = 0;
    fc.assert(
      fc.property(history, (life) => {
        const { file, acts, on } = accepted(life);
        const bring = { type: 'AdoptRevision', reading: to, reason: '统一按新解读办理' } as const;
        const { misfits } = impactOf(file.problem, club, to, on);
        const no = refusal(file, bring, chief, on, club);
        expect(no === null).toBe(misfits.length === 0 && !over(file));
        if (no !== null) return;
        // an extension or a pause counts by the term it was given under: no other history can be lived beside it
        if (acts.some(({ ask }) => /Term/.test(ask.type))) return;
        const brought = after(file, bring, chief, on, club);

        compared += 1;
        expect(met(brought)).toEqual(met(file));
        const fresh = entered(life.origin, acts, to);
        expect(standing(brought)).toEqual(standing(fresh));
        expect(running(brought)).toEqual(running(fresh).filter(({ id }) => !metBefore(file, id)));
      }),
      { numRuns: 20 },
    );
    expect(compared).toBeGreaterThan(0);
  },
);

const over = ({ problem }: File): boolean => problem.closedOn !== null || problem.stage === 'withdrawn';
const metBefore = (file: File, id: string): boolean => met(file).some((clock) => clock.id === id);
