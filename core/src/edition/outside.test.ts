import { expect, test } from 'vitest';
import { theCalendar, type Actor } from '../access/index.ts';
import type { Law } from '../procedure/index.ts';
import { calendarWith, chair, clerk, clubWhere, MONDAY, paper, recordedOn } from '../testing/index.ts';
import { limit, seat } from '../testing/words.ts';
import { addDays, type PlainDate } from '../time/index.ts';
import {
  boundOn,
  decideEdition,
  editionOffers,
  evolveEdition,
  noEdition,
  type Edition,
  type EditionAsk,
} from './index.ts';

/** The list is submitted by the federation, which does not sign in here, and agreed to within three days of that. */
const law = clubWhere((step, route) => {
  if (route !== 'edition') return step;
  if (step.id === 'submit') return { ...step, by: [seat('federation/chair')] };
  return step.id === 'consent' ? { ...step, silent: false, limits: [limit('agree-by', 'opening', 3, '§3')] } : step;
});
const member = {
  id: '1',
  number: 'T-1',
  title: '一号场坑洼',
  description: '',
  place: '',
  township: null,
  field: 'clay',
  facts: { origin: 'member' },
  proposedHolder: null,
};
const decided = (edition: Edition, ask: EditionAsk, by: Actor, on: PlainDate = MONDAY, known: Law = law) =>
  decideEdition({ ...ask, by, on }, edition, known);
function then(edition: Edition, ask: EditionAsk, by: Actor, on: PlainDate = MONDAY, known: Law = law): Edition {
  const decision = decided(edition, ask, by, on, known);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision.events.reduce(evolveEdition, edition);
}
const take = (edition: Edition, change: object = {}): EditionAsk => {
  const task = edition.tasks[0]!;
  const bound = boundOn(edition, task, law);
  return { type: 'TakeStep', task: task.id, ...(bound ? { seen: bound.digest } : {}), ...change };
};
const formed = then(noEdition, { type: 'FormEdition', no: 1, title: '第一版', members: [member] }, clerk);
const submitting = then(formed, take(formed), clerk);
const dated = addDays(MONDAY, -2);

test('an act of a unit outside on a list carries number, day and scan', () => {
  expect(decided(submitting, take(submitting), clerk)).toMatchObject({
    refused: { faults: [{ field: 'recorded', code: 'required' }] },
  });
  expect(
    decided(submitting, take(submitting, { recorded: { unitName: '网球总会', document: paper(MONDAY) } }), clerk),
  ).toMatchObject({ refused: { faults: [{ field: 'recorded.document.scan', code: 'required' }] } });
  expect(editionOffers(submitting, clerk, law, MONDAY)[0]?.needs.recorded).toBe(true);

  const submitted = then(submitting, take(submitting, { recorded: recordedOn(dated, '网球总会') }), clerk);
  expect(submitted.runs['edition']?.acts.at(-1)).toMatchObject({ unit: 'federation', day: dated });
  // whoever signs in here brings no such paper
  expect(decided(submitted, take(submitted, { recorded: recordedOn(dated) }), chair)).toMatchObject({
    refused: { faults: [{ field: 'recorded', code: 'unknown' }] },
  });
});

test('the consent bears the day of its paper, where that is scanned', () => {
  const submitted = then(submitting, take(submitting, { recorded: recordedOn(dated, '网球总会') }), clerk);
  const scanned = { document: recordedOn(dated).document };
  expect(then(submitted, take(submitted, scanned), chair).consentedOn).toBe(dated);
  expect(then(submitted, take(submitted, { document: paper(dated) }), chair).consentedOn).toBe(MONDAY);
});

test('the calendar sees limits of a list: it notes that one ran out, and a notice moves it', () => {
  const submitted = then(submitting, take(submitting, { recorded: recordedOn(MONDAY, '网球总会') }), clerk);
  const clock = submitted.clocks[0]!;
  const note = { type: 'NoteLapse', clock: clock.id } as const;
  expect(decided(submitted, note, theCalendar)).toMatchObject({ refused: { obstacle: { code: 'nothing-to-do' } } });
  const after = addDays(clock.due!, 1);
  expect(decided(submitted, note, clerk, after)).toMatchObject({ refused: { obstacle: { code: 'wrong-seat' } } });
  expect(then(submitted, note, theCalendar, after).clocks[0]?.lapsedOn).toBe(after);

  const later = { ...law, calendar: calendarWith(clock.due!) };
  const moved = then(submitted, { type: 'AmendClocks', reason: '通知' }, theCalendar, MONDAY, later);
  expect(moved.clocks[0]!.due! > clock.due!).toBe(true);
});

test('a paper entered far from its day waits on a list as in any dossier for whoever coordinates to look', () => {
  const far = take(submitting, { recorded: recordedOn(addDays(MONDAY, -9), '网球总会') });
  const submitted = then(submitting, far, clerk);
  const noting = { type: 'NoteDays', task: `days:${submitting.tasks[0]!.id}` } as const;
  const offered = (edition: Edition, by: Actor) =>
    editionOffers(edition, by, law, MONDAY).filter(({ type }) => type === 'NoteDays');

  expect(offered(submitted, clerk)).toMatchObject([{ target: noting.task, obstacle: null }]);
  expect(offered(submitted, chair)).toEqual([]);
  expect(decided(submitted, noting, chair)).toMatchObject({ refused: { obstacle: { code: 'wrong-seat' } } });
  const noted = then(submitted, noting, clerk);
  expect(offered(noted, clerk)).toEqual([]);
  expect(decided(noted, noting, clerk)).toMatchObject({ refused: { obstacle: { code: 'nothing-to-do' } } });
});
