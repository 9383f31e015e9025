import { calendarOf, type Calendar } from '../../time/index.ts';
import { inventedNotice, inventedYear } from '../../time/invented-years.ts';
import { faults } from '../faults/index.ts';
import type { Fault, Pack } from '../model.ts';
import { leftOff } from './library.ts';

/** 2030 with one invented holiday: 1 to 5 May. */
export const calendar = calendarOf([
  inventedYear(2030, [
    inventedNotice('甲〔2029〕9号', '2029-11-01', { off: ['2030-05-01', '2030-05-02', '2030-05-03'] }),
  ]),
]);

/** Faults besides the topics that the library leaves off, answered or not. */
export const found = (pack: Pack, days: Calendar | null = calendar): readonly Fault[] =>
  faults(pack, days).filter((fault) => fault.ruling !== leftOff.id);

/** Faults that no ruling answers. */
export const unsettled = (pack: Pack): readonly Fault[] => found(pack).filter((fault) => fault.ruling === null);

/** The same in one line each: `overlap mend, rebind`. */
export const said = (pack: Pack): readonly string[] =>
  unsettled(pack).map(({ kind, about }) => `${kind} ${about.join(', ')}`);
