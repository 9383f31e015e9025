import type { Every } from '../policy/index.ts';
import type { RunningDuty } from '../duty/index.ts';
import { seat, text } from './words.ts';

type Runs = RunningDuty['runs'];

/** A duty of the club: every team reports on its courts. What a test says of it replaces what stands here. */
export function duty(every: Every, more: Partial<Runs> & { readonly by?: readonly string[] } = {}): RunningDuty {
  const { by = ['team'], ...runs } = more;
  const due =
    every.every === 'yearly'
      ? { on: 'day', inclusive: true, roll: 'forward' }
      : { on: 'after', count: 'natural', days: 5, roll: 'forward' };
  return {
    id: 'rounds',
    title: text('巡场', 'Rounds of the courts'),
    clause: '§2',
    by,
    limits: [],
    runs: {
      every,
      files: 'round-return',
      filer: 'case.filer',
      nil: true,
      covers: 'all',
      due: due as Runs['due'],
      ...runs,
    }, // two of its words
  };
}

/** Twice a year, before the season and after it. */
export const twiceAYear: Every = { every: 'yearly', days: ['--05-06', '--11-06'] };

/** Whenever the office's chief says so. */
export const byOrder: Every = { every: 'order', by: [seat('office/chief')] };
