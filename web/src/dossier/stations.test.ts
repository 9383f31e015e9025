import { expect, test } from 'vitest';
import { stationsOf } from './stations.ts';

const kind = {
  stages: [
    { id: 'found', from: ['opened'] },
    { id: 'rectifying', from: ['noticed', 'returned/rectification'] },
    { id: 'public', from: ['accepted'] },
    { id: 'closed', from: ['closed'] },
    { id: 'withdrawn', from: ['withdrawn'] },
  ],
};
const reached = (days: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(days).map(([milestone, day]) => [milestone, { day }]));
const states = (stage: string, days: Readonly<Record<string, string>>, closedOn: string | null = null) =>
  stationsOf({ row: { stage, closedOn }, kind, milestones: reached(days) }).map(({ id, state }) => `${id} ${state}`);

test('what is behind is ticked, where it stands is open, the rest is ahead', () => {
  expect(states('rectifying', { opened: '2030-01-02', noticed: '2030-01-05' })).toEqual([
    'found done',
    'rectifying open',
    'public ahead',
    'closed ahead',
  ]);
});

test('a stage it never stopped at is not ticked', () => {
  expect(states('closed', { opened: '2030-01-02', closed: '2030-01-09' }, '2030-01-09')).toEqual([
    'found done',
    'rectifying ahead',
    'public ahead',
    'closed done',
  ]);
});

test('sent back, it stands where it stood before: what lies ahead again is not ticked', () => {
  expect(states('rectifying', { opened: '2030-01-02', noticed: '2030-01-05', accepted: '2030-02-01' })).toEqual([
    'found done',
    'rectifying open',
    'public ahead',
    'closed ahead',
  ]);
});

test('a stage reached twice bears the later day', () => {
  const [, rectifying] = stationsOf({
    row: { stage: 'public', closedOn: null },
    kind,
    milestones: reached({ noticed: '2030-01-05', 'returned/rectification': '2030-02-07', accepted: '2030-02-20' }),
  });

  expect(rectifying).toEqual({ id: 'rectifying', state: 'done', on: '2030-02-07' });
});

test('another end than closing as planned shows where it is there, without what the dossier never came to', () => {
  const stages = [...kind.stages.slice(0, 4), { id: 'none', from: ['none-found'] }, kind.stages[4]!];
  const milestones = reached({ opened: '2030-01-02', 'none-found': '2030-01-05', closed: '2030-01-05' });
  const seen = (stage: string, closedOn: string | null) =>
    stationsOf({ row: { stage, closedOn }, kind: { stages }, milestones }).map(({ id, state }) => `${id} ${state}`);

  expect(seen('none', '2030-01-05')).toEqual(['found done', 'none done']);
  expect(seen('found', null)).not.toContain('none ahead');
});

test('taken back is a stage only of what was taken back', () => {
  expect(states('found', { opened: '2030-01-02' })).not.toContain('withdrawn ahead');
  expect(states('withdrawn', { opened: '2030-01-02', withdrawn: '2030-01-03' }, '2030-01-03')).toContain(
    'withdrawn done',
  );
});
