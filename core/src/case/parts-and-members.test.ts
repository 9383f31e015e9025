import { expect, test } from 'vitest';
import type { Actor } from '../access/index.ts';
import type { Kind, Policy, Step } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { clubWith, duty, twiceAYear } from '../testing/duties.ts';
import { captain, chief, clerk, MONDAY } from '../testing/index.ts';
import { seat, step, text } from '../testing/words.ts';
import { caseOffers, decideCase, evolveCase, noCase, type Case, type CaseAsk } from './index.ts';

const base = clubWith(duty(twiceAYear));
const part = {
  id: 'case.host',
  label: text('主办队'),
  among: ['team'],
  many: false,
  required: true,
  clause: '§2',
} as const;
const outing: Kind = {
  id: 'outing',
  title: text('外出'),
  clause: '§2',
  is: 'plain',
  number: '外出-{serial}',
  opens: { by: [seat('team/captain'), seat('office/chief')], from: [] },
  sheet: [],
  titleOf: '',
  facts: [],
  list: { columns: ['number'], filters: [] },
  parts: ['case.host'],
  flow: [{ run: 'going', begins: ['opened'], ends: 'closed', times: 'once' }],
  stages: [],
  acts: {},
  tells: [],
};

/** The club's law with another procedure, in which it goes out or gathers. */
function lawWith(steps: readonly Step[], change: Partial<Policy>): Law {
  const route = { id: 'going', title: text('外出'), clause: '§2', steps };
  const going = { id: 'going', title: text('外出'), clause: '§2', routes: [route] };
  const { policy } = base;
  return { ...base, policy: { ...policy, procedures: [...policy.procedures, going], ...change } };
}
const host = (byDefault: 'opener' | undefined): Law =>
  lawWith([step('go', 'record', ['case.host/captain'], '§2', { silent: true })], {
    kinds: [...base.policy.kinds!, outing],
    caseRoles: [...base.policy.caseRoles, { ...part, ...(byDefault && { byDefault }) }],
  });

const decided = (law: Law, by: Actor, ask: CaseAsk, at = noCase) => decideCase({ ...ask, by, on: MONDAY }, at, law);
function after(law: Law, by: Actor, ask: CaseAsk, at = noCase): Case {
  const decision = decided(law, by, ask, at);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision.events.reduce(evolveCase, at);
}
const open = { type: 'OpenCase', kind: 'outing', number: '外出-1', values: {} } as const;
const unit = captain.postings[0]!.unit;

test('a part that must be played is named when a dossier is opened that nobody hands over', () => {
  expect(decided(host(undefined), captain, open)).toMatchObject({
    refused: { faults: [{ field: 'parts.case.host', code: 'required' }] },
  });
  const named = { ...open, parts: { 'case.host': [{ unit, unitName: '', person: null }] } };
  expect(after(host(undefined), captain, named).tasks).toMatchObject([{ step: 'go', unit }]);
});

test('whoever opens it plays the part where the plan says so and his unit may; else somebody is named', () => {
  expect(after(host('opener'), captain, open).parts['case.host']).toMatchObject([{ unit }]);
  expect(decided(host('opener'), chief, open)).toMatchObject({
    refused: { faults: [{ field: 'parts.case.host', code: 'required' }] },
  });
});

const gathering = lawWith(
  [
    step('gather', 'form', ['office/clerk'], '§2', { silent: true, writes: 'members' }),
    step('publish', 'sign', ['office/chief'], '§2', { silent: true, binds: 'members', returnsTo: ['gather'] }),
  ],
  {
    kinds: base.policy.kinds!.map((kind) =>
      kind.is === 'gathering'
        ? {
            ...kind,
            acts: {},
            opens: { by: [seat('office/clerk')], from: [] },
            flow: [{ run: 'going', begins: ['opened'], ends: 'closed', times: 'once' }],
          }
        : kind,
    ),
  },
);
const sheet = after(gathering, clerk, { type: 'OpenCase', kind: 'round-sheet', number: '汇总-1', values: {} });
const freeze = { type: 'FreezeGathering', members: [] } as const;

test('whoever has the step that gathers the members freezes them, and that is its end', () => {
  const frozen = after(gathering, clerk, freeze, sheet);

  expect(frozen.frozen).toMatchObject({ members: [] });
  expect(frozen.tasks).toMatchObject([{ step: 'publish' }]);
  expect(decided(gathering, chief, freeze, sheet)).toMatchObject({ refused: { obstacle: { code: 'wrong-seat' } } });
});

test('the step is not taken past the freezing: nobody signs a sheet whose members may still change', () => {
  const [task] = sheet.tasks;
  const offered = caseOffers(sheet, { by: clerk, on: MONDAY }, gathering).filter(({ obstacle }) => obstacle === null);

  expect(decided(gathering, clerk, { type: 'TakeStep', task: task!.id }, sheet)).toMatchObject({
    refused: { obstacle: { code: 'nothing-to-do' } },
  });
  expect(offered.map(({ type }) => type)).toContain('FreezeGathering');
  expect(offered.map(({ type }) => type)).not.toContain('TakeStep');
});
