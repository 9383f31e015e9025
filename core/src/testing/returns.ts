import { theCalendar } from '../access/index.ts';
import type { Policy, Step } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { addDays, naturalDays } from '../time/index.ts';
import { caseAfter, noCaseFile, type CaseFile } from './case-story.ts';
import { withPolicy } from './kinds.ts';
import { MONDAY } from './walk.ts';

/** The club's law in which a round is filed by these steps; the office's check, or whatever a test puts there, comes behind them. */
export const filedBy = (steps: readonly Step[], law: Law): Law =>
  withPolicy(
    (policy) => withSteps('round', (before) => [...steps, ...before.filter(({ id }) => id !== 'fill')], policy),
    law,
  );

/** The policy with other steps in every route of a procedure. */
export const withSteps = (
  procedure: string,
  change: (steps: readonly Step[]) => readonly Step[],
  policy: Policy,
): Policy => ({
  ...policy,
  procedures: policy.procedures.map((each) =>
    each.id === procedure
      ? { ...each, routes: each.routes.map((route) => ({ ...route, steps: change(route.steps) })) }
      : each,
  ),
});

/** A round that this unit owes, opened by the calendar on Monday and due so many days later. */
export const owedBy = (unit: string, law: Law, days: number): CaseFile =>
  caseAfter(
    noCaseFile,
    {
      type: 'OpenCase',
      kind: 'round-return',
      number: '巡场-2030-0001',
      values: {},
      parts: { 'case.filer': [{ unit, unitName: '', person: null }] },
      owed: { duty: 'rounds', period: '2030-05-06', unit, field: null, due: addDays(MONDAY, days), openedLate: false },
      limit: { start: MONDAY, term: naturalDays(days) },
    },
    { by: theCalendar, law },
  );
