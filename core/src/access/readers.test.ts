import { expect, test } from 'vitest';
import { caseOffers } from '../case/index.ts';
import { caseAfter, caseRefusal, noCaseFile, suggested } from '../testing/case-story.ts';
import { caseTaken } from '../testing/case-walk.ts';
import { captain, clerk, foreman, holderOf, MONDAY } from '../testing/index.ts';
import { kindsLaw, kindWhere } from '../testing/kinds.ts';
import { addDays } from '../time/index.ts';
import { person } from '../testing/people.ts';
import { mayRead, readersOf, readerTokens } from './index.ts';

const opened = suggested();
const handed = caseTaken(opened, 'weighing/hand', clerk);
const reads = ({ dossier }: typeof opened, by: typeof clerk) => mayRead(dossier, by, kindsLaw, MONDAY);

test('a dossier is read from the seats that its kind names and from no other', () => {
  expect(reads(opened, clerk)).toBe(true);
  expect(reads(opened, holderOf('committee/chair'))).toBe(true);
  expect(reads(opened, captain)).toBe(false);
});

test('whoever plays a part in it reads it from the day he plays it', () => {
  expect(reads(handed, captain)).toBe(true);
  expect(reads(handed, holderOf('nets/captain'))).toBe(true);
  expect(reads(handed, holderOf('lights/captain'))).toBe(false);
});

test('offices are named and not their units, parts by their units: lists ask in the same words', () => {
  expect(readersOf(handed.dossier, kindsLaw)).toEqual(
    expect.arrayContaining(['office/*', 'unit:greens/*', 'unit:nets/*']),
  );
  expect(readerTokens(foreman, kindsLaw, MONDAY)).toEqual(
    expect.arrayContaining(['unit:greens/foreman', 'unit:greens/*', 'team/*']),
  );
});

test('a kind that names no readers is read by every office', () => {
  const locker = caseAfter(noCaseFile, {
    type: 'OpenCase',
    kind: 'locker',
    number: '柜-1',
    values: { title: '一号柜' },
  });
  expect(readersOf(locker.dossier, kindsLaw)).toBeNull();
  expect(reads(locker, captain)).toBe(true);
});

test('who may not read it is offered nothing, and any ask of his is answered as if it were not there', () => {
  expect(caseOffers(opened.dossier, { by: captain, on: MONDAY }, kindsLaw)).toEqual([]);
  const ask = { type: 'Withdraw', reason: '试试' } as const;
  expect(caseRefusal(opened, ask, { by: captain })).toMatchObject({ obstacle: { code: 'unknown-dossier' } });
  expect(caseRefusal(noCaseFile, ask, { by: captain })).toMatchObject({ obstacle: { code: 'unknown-dossier' } });
});

test('one who holds several posts reads from any of them', () => {
  expect(reads(opened, person('both', 'lights/captain', 'office/chief'))).toBe(true);
});

test('an office that changes hands reads from the day it has it, and no longer from the day it has not', () => {
  const turn = addDays(MONDAY, 7);
  const units = kindsLaw.units.map((unit) => {
    if (unit.id === 'committee') return { ...unit, roles: [{ role: 'committee', until: turn }] };
    return unit.id === 'treasury' ? { ...unit, roles: [...unit.roles, { role: 'committee', from: turn }] } : unit;
  });
  const law = { ...kindWhere('suggestion', () => ({ reads: [{ role: 'committee', post: '*' }] })), units };
  const may = (place: string, on: typeof turn): boolean => mayRead(opened.dossier, holderOf(place), law, on);

  expect([may('committee/chair', addDays(turn, -1)), may('treasury/head', addDays(turn, -1))]).toEqual([true, false]);
  expect([may('committee/chair', turn), may('treasury/head', turn)]).toEqual([false, true]);
});
