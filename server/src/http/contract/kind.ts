import { subjects } from '@bihuan/core/policy';
import { Type } from 'typebox';
import { Day, named, nullable, oneOf, ref, Text } from './named.ts';
import { Obstacle } from './obstacle.ts';
import { OfficialDocument } from './problem.ts';
import { SheetField } from './sheet.ts';

const Stage = Type.Object({
  id: Type.String(),
  title: ref(Text),
  /** Milestones that bring a dossier here. */
  from: Type.Array(Type.String()),
});

/** A sort of dossier as its edition has it. */
export const KindView = named(
  'Kind',
  Type.Object({
    id: Type.String(),
    title: ref(Text),
    clause: Type.String(),
    is: oneOf(subjects),
    /** The group of the menu that it stands in. */
    menu: Type.Optional(ref(Text)),
    /** How its numbers are made, `举报-{year}-{serial:4}`. */
    number: Type.String(),
    mayOpen: Type.Boolean(),
    /** The person may bring in a workbook of them. */
    mayImport: Type.Boolean(),
    /** What stands between this person and a new one: whose it is, or that only duties and other dossiers bring one. */
    obstacle: nullable(ref(Obstacle)),
    /** Channels it comes in by. */
    from: Type.Array(Type.Object({ id: Type.String(), label: ref(Text) })),
    sheet: Type.Array(SheetField),
    /** Fields that whoever opens or corrects one fills in; the others are filled at a step or by an act. */
    opening: Type.Array(Type.String()),
    stages: Type.Array(Stage),
    /** What its steps are called, each name once: what a list may be narrowed by. */
    steps: Type.Array(ref(Text)),
    /** A duty asks for one by period, or gathers as one what it asked for. */
    byPeriod: Type.Boolean(),
    list: Type.Object({
      columns: Type.Array(Type.String()),
      filters: Type.Array(Type.String()),
      group: Type.Optional(Type.String()),
    }),
    facts: Type.Array(Type.String()),
    parts: Type.Array(Type.String()),
    /** Its parts are named at a hand-over; else where it is opened. */
    handsOver: Type.Boolean(),
    /** The part that has it. */
    holder: Type.Optional(Type.String()),
    flow: Type.Array(
      Type.Object({
        run: Type.String(),
        title: ref(Text),
        begins: Type.Array(Type.String()),
        ends: Type.Optional(Type.String()),
        times: oneOf(['once', 'many']),
      }),
    ),
    acts: Type.Array(Type.Object({ id: Type.String(), title: nullable(ref(Text)), clause: Type.String() })),
    /** The duty whose returns are its members. */
    gathers: Type.Optional(Type.String()),
  }),
);

/** The milestones that a dossier has reached, with the day each bears, the day it was entered, and its paper. */
export const Milestones = Type.Record(
  Type.String(),
  Type.Object({ day: Day, on: Day, document: nullable(ref(OfficialDocument)) }),
);
