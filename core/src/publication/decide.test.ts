import { expect, test } from 'vitest';
import { theInstallation, type Keeper } from '../person/index.ts';
import type { Fault, Policy, Unit } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { calendarOf, plainDate } from '../time/index.ts';
import { decidePublication, type PublicationCommand } from './decide.ts';
import { evolvePublication, unpublished } from './edition.ts';

const on = plainDate('2030-06-03');
const ruling = {
  id: 'R1',
  title: { zh: '河长由谁当' },
  clauses: ['一'],
  settles: [],
  reason: { zh: '无' },
  by: '默认',
  on,
  status: 'pending',
} as const;
// only what publishing reads of a pack
const policy = {
  edition: 'reeds/2030',
  title: { zh: '芦苇公约' },
  region: '999904',
  inForceFrom: on,
  rulings: [ruling],
  recorder: { role: 'village.desk', post: 'handler' },
  posts: [
    { id: 'elder', label: { zh: '村老' }, leads: true },
    { id: 'handler', label: { zh: '经办人' }, leads: false },
  ],
} as unknown as Policy;
const unit: Unit = {
  id: 'desk',
  names: [{ name: { zh: '村务室' } }],
  shortNames: [],
  level: 'county',
  kind: 'office',
  external: false,
  roles: [{ role: 'village.desk' }],
  posts: ['elder', 'handler'],
};
const law: Law = { policy, units: [unit], calendar: calendarOf([]), digest: (text) => text };
const holding = (unitId: string, post: string, administrator = false): Keeper => ({
  actor: { id: 'p', name: '甲', postings: [{ unit: unitId, unitName: '村务室', post }] },
  administrator,
});

const publish = {
  type: 'PublishEdition',
  policy,
  region: '999904',
  digest: 'd1',
  faults: [],
  units: [unit],
  named: [],
  successors: [],
  before: [],
  recorded: [],
  by: theInstallation,
  on,
} as const;
const eventsOf = (decision: ReturnType<typeof decidePublication>) => ('events' in decision ? decision.events : []);
const published = eventsOf(decidePublication(publish, unpublished, null)).reduce(evolvePublication, unpublished);
const confirm = {
  type: 'ConfirmRuling',
  ruling: 'R1',
  note: '村民会议2030年第2次会议纪要',
  by: holding('desk', 'elder'),
  on,
} as const;

test('a published edition remembers its digest and the rulings nobody has confirmed', () => {
  expect(decidePublication(publish, unpublished, null)).toMatchObject({
    events: [{ type: 'EditionPublished', edition: 'reeds/2030', digest: 'd1', pending: ['R1'] }],
  });
  expect(published).toMatchObject({ stage: 'published', digest: 'd1' });
});

test('the plan of another place is not published here', () => {
  expect(decidePublication({ ...publish, region: '530521' }, unpublished, null)).toMatchObject({
    refused: { obstacle: { code: 'other-region', region: '999904', installation: '530521' } },
  });
});

const open = { ruling: null } as Fault;
test.each<[string, PublicationCommand, string]>([
  ['the same edition with other content', { ...publish, digest: 'd2' }, 'edition-immutable'],
  ['the same edition once more', publish, 'already-published'],
  ['an edition published by a clerk', { ...publish, by: holding('desk', 'handler') }, 'not-administrator'],
  ['a ruling confirmed by a clerk of the office', { ...confirm, by: holding('desk', 'handler') }, 'not-coordinator'],
  ['a ruling confirmed by a leader of another unit', { ...confirm, by: holding('mill', 'elder') }, 'not-coordinator'],
  ['a ruling confirmed by an administrator', { ...confirm, by: { ...theInstallation } }, 'not-coordinator'],
  ['a ruling nobody made', { ...confirm, ruling: 'R9' }, 'unknown-ruling'],
])('%s is refused', (_what, command, code) => {
  expect(decidePublication(command, published, law)).toMatchObject({ refused: { obstacle: { code } } });
});

test('a pack with a fault that no ruling settles is not published', () => {
  expect(decidePublication({ ...publish, faults: [open, { ...open, ruling: 'R1' }] }, unpublished, null)).toMatchObject(
    { refused: { obstacle: { code: 'faults-open', faults: 1 } } },
  );
});

const leading = (...posts: readonly { readonly id: string; readonly leads?: boolean }[]): Law => ({
  ...law,
  policy: { ...policy, posts } as unknown as Policy, // as stored before a plan said who leads
  units: [{ ...unit, posts: posts.map((post) => post.id) }],
});

test('in an edition from before a plan said who leads, those who led then confirm', () => {
  const older = leading({ id: 'main-leader' }, { id: 'handler' });
  const asking = (post: string) => decidePublication({ ...confirm, by: holding('desk', post) }, published, older);

  expect(asking('main-leader')).toMatchObject({ events: [{ type: 'RulingConfirmed' }] });
  expect(asking('handler')).toMatchObject({ refused: { obstacle: { code: 'not-coordinator' } } });
});

test('where no post of the office leads, whoever asks is told that nobody can', () => {
  for (const none of [leading({ id: 'elder' }), leading({ id: 'main-leader', leads: false })])
    expect(decidePublication(confirm, published, none)).toMatchObject({
      refused: { obstacle: { code: 'nobody-leads', edition: 'reeds/2030' } },
    });
});

test('a leader of the office confirms a ruling once, with the paper it rests on', () => {
  const decision = decidePublication(confirm, published, law);
  expect(decision).toMatchObject({
    events: [{ type: 'RulingConfirmed', ruling: 'R1', clauses: ['一'], note: confirm.note, by: { post: 'elder' } }],
  });
  const after = eventsOf(decision).reduce(evolvePublication, published);
  expect(decidePublication(confirm, after, law)).toMatchObject({
    refused: { obstacle: { code: 'already-confirmed' } },
  });
  expect(decidePublication({ ...confirm, note: '  ' }, published, law)).toMatchObject({
    refused: { code: 'bad-input', faults: [{ field: 'note', code: 'required' }] },
  });
});

test('an edition without a unit that open dossiers name is refused with their list', () => {
  const dossiers = [{ number: '芦-1', title: '苇塘淤积' }];
  const asking = (units: readonly Unit[], named: string) =>
    decidePublication({ ...publish, units, named: [{ unit: named, dossiers, all: 7 }] }, unpublished, null);

  expect(asking([unit], 'mill')).toMatchObject({
    refused: { obstacle: { code: 'units-dropped', units: [{ unit: 'mill', dossiers, all: 7 }] } },
  });
  const ended = { ...unit, id: 'mill', names: [{ name: { zh: '磨坊' }, until: on }] };
  expect(asking([unit, ended], 'mill')).toMatchObject({ refused: { obstacle: { code: 'units-dropped' } } });
  const heir = { unit: 'desk', from: on };
  expect(asking([unit, { ...ended, succeededBy: heir }], 'mill')).toMatchObject({ events: [{}] });
  const later = { ...heir, from: plainDate('2030-06-04') };
  expect(asking([unit, { ...ended, succeededBy: later }], 'mill')).toMatchObject({
    refused: { obstacle: { code: 'units-dropped' } },
  });
  expect(asking([unit], 'desk')).toMatchObject({ events: [{ type: 'EditionPublished' }] });
});
