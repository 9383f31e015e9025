import { withKinds, type ActId, type ActRule, type Policy, type Step } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { calendarOf, plainDate, type Calendar } from '../time/index.ts';
import { inventedNotice, inventedYear } from '../time/invented-years.ts';
import { procedures } from './procedures.ts';
import { units } from './units.ts';
import { caseRoles, clauses, evidenceKinds, facts, fields, posts, seat, text } from './words.ts';

const rule = (clause: string, ...by: readonly string[]): ActRule => ({ clause, by: by.map(seat) });
const workers = ['case.holder', 'case.helper'];

const acts: Record<ActId, ActRule> = {
  register: rule('§1', 'office/clerk', 'office/chief'),
  correct: rule('§1', 'office/clerk'),
  'cross-reference': rule('§1', 'office/clerk'),
  'assign-parts': rule('§4', 'office/chief', 'case.holder/captain'),
  'contest-hand-over': rule('§4', 'case.holder/captain'),
  'arbitrate-hand-over': rule('§4', 'committee/chair'),
  'write-plan': rule('§5', 'case.holder/foreman'),
  'report-progress': rule('§10', ...workers),
  'complete-measure': rule('§10', ...workers),
  'add-evidence': rule('§10', 'case.holder', 'case.lead-department', 'survey', 'office'),
  'report-finish': rule('§10', 'case.holder/captain'),
  urge: rule('§10', 'office/clerk'),
  'record-copy': rule('§9', 'office/clerk'),
  'acknowledge-copy': rule('§9', 'archive/clerk'),
};

const policy: Policy = withKinds({
  id: 'tennis',
  edition: 'tennis/2030-01-01',
  title: text('网球会修场会规', 'Court repair rules'),
  region: '000000',
  inForceFrom: plainDate('2030-01-01'),
  source: { title: 'Rules', publisher: 'Club', published: plainDate('2029-12-01') },
  calendars: ['cn'],
  clauses,
  facts,
  posts,
  fields,
  evidenceKinds,
  caseRoles,
  procedures,
  acts,
  recorder: seat('office/clerk'),
  duties: [],
  topics: [],
  rulings: [],
});

/** Days off of 2030 by an invented notice: 1 to 3 May, with 27 April and 5 May worked in return; others on top. */
export function calendarWith(...more: readonly string[]): Calendar {
  const notice = inventedNotice('甲〔2029〕9号', '2029-11-01', {
    off: ['2030-01-01', '2030-05-01', '2030-05-02', '2030-05-03'],
    working: ['2030-04-27', '2030-05-05'],
  });
  const later = more.length > 0 ? [inventedNotice('甲〔2030〕2号', '2030-02-01', { off: more })] : [];
  return calendarOf([
    inventedYear(2030, [notice, ...later]),
    inventedYear(2031, [inventedNotice('甲〔2030〕9号', '2030-11-01', { off: ['2031-01-01'] })]),
  ]);
}

/** FNV-1a over code units, 64 bits, as hex. Not cryptography: tests only need different texts to differ. */
export function fnv(said: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < said.length; at += 1)
    hash = ((hash ^ BigInt(said.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

/** The club's law as a decision sees it. */
export const club: Law = { policy, units, calendar: calendarWith(), digest: fnv };

/** The club's rules with some of its steps changed: `change` sees each with the id of its route. */
export function clubWhere(change: (step: Step, route: string) => Step): Law {
  const changed = policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => change(step, route.id)),
    })),
  }));
  return { ...club, policy: { ...policy, procedures: changed } };
}
