import { fieldTypes, type SheetField as FieldOfPack, type SheetValue, type SheetValues } from '@bihuan/core/policy';
import type { Filled as FilledIn } from '@bihuan/core/case';
import { Type } from 'typebox';
import { Id, named, oneOf, ref, Text, Words } from './named.ts';

const Value = Type.Object({ id: Type.String(), label: ref(Text) });
/** Always, never, or at facts that meet a condition. */
export const Required = Type.Union([Type.Boolean(), Type.Object({ when: Type.Unknown() })]);

const field = {
  id: Type.String(),
  label: ref(Text),
  type: oneOf(fieldTypes),
  clause: Type.Optional(Type.String()),
  ruling: Type.Optional(Type.String()),
  help: Type.Optional(ref(Text)),
  required: Required,
  personal: Type.Boolean(),
  longest: Type.Optional(Type.Integer()),
  measure: Type.Optional(ref(Text)),
  decimals: Type.Optional(Type.Integer()),
  atLeast: Type.Optional(Type.Number()),
  atMost: Type.Optional(Type.Number()),
  values: Type.Optional(Type.Array(Value)),
  among: Type.Optional(Type.Array(Type.String())),
  kind: Type.Optional(Type.String()),
  figure: Type.Optional(Type.String()),
  fixedAt: Type.Optional(Type.String()),
  prefilled: Type.Optional(Type.String()),
  by: Type.Optional(Type.String()),
};

const SheetColumn = named('SheetColumn', Type.Object(field));

/** One field of a sheet as its edition has it. */
const SheetFieldSchema = named(
  'SheetField',
  Type.Object({ ...field, columns: Type.Optional(Type.Array(ref(SheetColumn))) }),
);
export const SheetField = Type.Unsafe<FieldOfPack>(Type.Ref(SheetFieldSchema.$id));

const Place = Type.Object({
  words: Words(500),
  township: Type.Optional(Words(60)),
  point: Type.Optional(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
});
const Reference = Type.Object({
  dossier: Id,
  number: Type.Optional(Words(60)),
  title: Type.Optional(Words(500)),
});
const Person = Type.Object({
  name: Words(100),
  id: Type.Optional(Words(60)),
  unit: Type.Optional(Words(60)),
  post: Type.Optional(Words(100)),
  phone: Type.Optional(Words(40)),
});
/** Under which a personal value is kept: a salted digest. */
export const ApartId = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Personal = Type.Object({ personal: ApartId });
/** A file that `POST /api/files` took in; what is said of it is taken from there. */
const File = Type.Object({
  id: Id,
  name: Type.Optional(Words(200)),
  digest: Type.Optional(Words(128)),
  size: Type.Optional(Type.Integer({ minimum: 0 })),
});

const single = [Words(20_000), Type.Number(), Type.Boolean(), Place, Reference, Person, Personal];
const several = [Type.Array(Words(200), { maxItems: 500 }), Type.Array(File, { maxItems: 100 })];
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });
/** A row of a table, by column id. */
export const Row = Type.Record(Name, Type.Union([...single, ...several]), { additionalProperties: false });

/** What a field holds: money in fen, a choice by its id, a unit by its id. Unknown is left out, which is not no. */
const GivenValue = Type.Unsafe<SheetValue>(Type.Union([...single, ...several, Type.Array(Row, { maxItems: 1_000 })]));

const GivenValues = named('GivenValues', Type.Record(Name, GivenValue, { additionalProperties: false }));
/** What a sheet is opened with, by field id. */
export const Values = Type.Unsafe<SheetValues>(Type.Ref(GivenValues.$id));

const FilledSchema = named(
  'Filled',
  Type.Record(Name, Type.Union([GivenValue, Type.Null()]), { additionalProperties: false }),
);
/** What is to stand in these fields; null empties one. */
export const Filled = Type.Unsafe<FilledIn>(Type.Ref(FilledSchema.$id));

/** What stands in a sheet, as it goes out. */
export const SheetValuesShown = named('SheetValues', Type.Record(Type.String(), Type.Unknown()));
