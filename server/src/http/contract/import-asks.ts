import { Type } from 'typebox';
import { Field } from './import.ts';
import { named, nullable, oneOf, Words } from './named.ts';

const Reason = Words(500);
/** Which sheet of the workbook is the list. */
export const ChooseSheet = named('ChooseSheet', Type.Object({ sheet: Words(200) }));

/** `field: null` leaves the column out; `into-remarks` keeps its values there under the column's head; `field: ''` takes a correction back. `head`: `3` or `3-4`, 1-based. */
export const CorrectMapping = named(
  'CorrectMapping',
  Type.Object({
    columns: Type.Optional(
      Type.Array(
        Type.Object({
          column: Type.Integer({ minimum: 0, maximum: 200 }),
          field: nullable(Type.String({ maxLength: 80 })),
        }),
        { maxItems: 200 },
      ),
    ),
    head: Type.Optional(Type.String({ pattern: '^\\d{1,5}(-\\d{1,5})?$' })),
    /** What holds for every row that does not say it itself: by the ids under `once`. */
    chosen: Type.Optional(
      Type.Record(Type.String({ pattern: '^[a-z][a-z0-9:.-]{0,79}$' }), Words(80), { additionalProperties: false }),
    ),
  }),
);

/** What an empty cell of a column means in this file: the cell above, or nothing. */
export const DecideBlanks = named(
  'DecideBlanks',
  Type.Object({
    blanks: Type.Array(
      Type.Object({ field: Field, choose: oneOf(['same-as-above', 'none', '']), reason: Type.Optional(Reason) }),
      { minItems: 1, maxItems: 30 },
    ),
  }),
);

/** `on`: a question's id, its group, or `row:<n>` with `skip`. `choose: ''` takes an answer back. */
export const DecideImport = named(
  'DecideImport',
  Type.Object({
    decisions: Type.Array(
      Type.Object({
        on: Type.String({ minLength: 1, maxLength: 1_000 }),
        choose: Words(200),
        value: Type.Optional(Words(2_000)),
        reason: Type.Optional(Reason),
      }),
      { minItems: 1, maxItems: 200 },
    ),
  }),
);

/** Bring the rows in that are ready. */
export const ApplyImport = named(
  'ApplyImport',
  Type.Object({ skipOpen: Type.Optional(Type.Boolean({ description: 'leave rows with open questions out' })) }),
);
/** Discard what nobody brings in; the reason may be left out. */
export const DiscardImport = named('DiscardImport', Type.Object({ reason: Type.Optional(Reason) }));

/** Take back what came in, and why. */
export const UndoImport = named('UndoImport', Type.Object({ reason: Reason }));
