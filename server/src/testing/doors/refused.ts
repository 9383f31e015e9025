import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { visitor, type Visitor } from '../office.ts';
import { registration } from '../staff.ts';
import type { Ground } from './door.ts';
import { NOTICE } from './office.ts';

/** A wish that the law or the state of things refuses: who may not do what, and how it is said. */
export type Refused = {
  readonly what: string;
  readonly ask: () => Promise<LightMyRequestResponse>;
  readonly status: number;
  readonly code: string;
  /** Code of the obstacle, where there is one. */
  readonly obstacle?: string;
};

const correction = (version: number) => ({
  version,
  ask: { type: 'CorrectProblem', basics: { remarks: '（演示）' }, facts: {}, reason: '更正' },
});
const document = { number: '施演〔2026〕1号', date: '2026-11-24' };

/** Everything well shaped that is still refused. `farmer` sits in a unit that has no part in any of it. */
export function refusals(ground: Ground, farmerCookie: string): Refused[] {
  const { office, clerk, problem, versionOf } = ground;
  const [by, farmer] = [visitor(office.app, clerk), visitor(office.app, farmerCookie)];
  const command =
    (from: Visitor, ask: object, shift = 0) =>
    async () =>
      from.post(`/problems/${problem}/commands`, { version: (await versionOf(problem)) + shift, ask });
  const seat = { status: 403, code: 'not-allowed', obstacle: 'wrong-seat' } as const;
  const { ask: correct } = correction(0);
  const present = async () => versionOf(problem);
  return [
    { what: 'another unit’s dossier is not corrected', ask: command(farmer, correct), ...seat },
    {
      what: 'another unit’s step is not taken',
      ask: async () => {
        const { tasks, version } = (await by.get(`/problems/${problem}`)).json<{
          tasks: { id: string }[];
          version: number;
        }>();
        const wish = { type: 'TakeStep', task: tasks[0]!.id, facts: { grade: 'key' }, document };
        return farmer.post(`/problems/${problem}/commands`, { version, ask: wish });
      },
      ...seat,
    },
    {
      what: 'nothing is registered from a seat that registers nothing',
      ask: () => farmer.post('/problems', registration('越权')),
      ...seat,
    },
    {
      what: 'no edition is formed from such a seat',
      ask: () => farmer.post('/editions', { title: '（演示）', problems: [ground.toList] }),
      ...seat,
    },
    { what: 'a version that is over', ask: command(by, correct, -1), status: 409, code: 'stale-version' },
    { what: 'a version that is still to come', ask: command(by, correct, 7), status: 409, code: 'stale-version' },
    {
      what: 'a step that is not open',
      ask: command(by, { type: 'TakeStep', task: 'acceptance/accept/1' }),
      status: 422,
      code: 'not-allowed',
      obstacle: 'out-of-turn',
    },
    {
      what: 'a report before there is a plan',
      ask: command(by, { type: 'ReportFinish', text: '完成' }),
      status: 422,
      code: 'not-allowed',
      obstacle: 'wrong-stage',
    },
    {
      what: 'a day that has not come',
      ask: async () =>
        by.post(`/problems/${problem}/commands`, { ...correction(await present()), claimedOn: '2027-01-01' }),
      status: 422,
      code: 'bad-input',
    },
    {
      what: 'a fact the plan does not know',
      ask: () => by.post('/problems', { ...registration('未知'), facts: { origin: 'moon' } }),
      status: 422,
      code: 'bad-input',
    },
    {
      what: 'a file that nobody sent',
      ask: command(by, {
        type: 'AddEvidence',
        file: randomUUID(),
        kind: 'after-photo',
        takenOn: null,
        place: '',
        measure: null,
        note: '',
      }),
      status: 422,
      code: 'bad-input',
    },
    {
      what: 'a number that another problem has',
      ask: async () => by.post('/problems', { ...registration('重号'), number: await numberOf(by, problem) }),
      status: 409,
      code: 'number-taken',
    },
    ...byKeepers(ground, by, farmer),
  ];
}

function byKeepers({ import: { id }, toList }: Ground, by: Visitor, farmer: Visitor): Refused[] {
  const keeper = { status: 403, code: 'not-allowed' } as const;
  const person = { name: '演示', username: 'yueqan', password: '施甸-2026-越权' };
  return [
    {
      what: 'people are kept by administrators',
      ask: () => by.post('/people', person),
      ...keeper,
      obstacle: 'not-administrator',
    },
    {
      what: 'notices are put in by the coordinating office',
      ask: () => farmer.post('/calendar/preview', { yaml: NOTICE }),
      ...keeper,
    },
    {
      what: 'another unit’s import is not there',
      ask: () => farmer.post(`/imports/${id}/apply`, {}),
      status: 404,
      code: 'not-found',
    },
    {
      what: 'an edition of what stands in no register',
      ask: () => by.post('/editions', { title: '（演示）', problems: [toList, randomUUID()] }),
      status: 422,
      code: 'bad-input',
    },
    {
      what: 'an edition that names a problem twice',
      ask: () => by.post('/editions', { title: '（演示）', problems: [toList, toList] }),
      status: 422,
      code: 'bad-input',
    },
    {
      what: 'an import that has not come in is not taken back',
      ask: () => by.post(`/imports/${id}/undo`, { reason: '（演示）误传' }),
      status: 409,
      code: 'import-not-done',
    },
  ];
}

const numberOf = async (by: Visitor, problem: string): Promise<string> =>
  (await by.get(`/problems/${problem}`)).json<{ row: { number: string } }>().row.number;
