import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Type, type Static } from 'typebox';
import { parse } from 'yaml';
import { ROOT } from '../config.ts';
import { Problems } from './problems.ts';

const Hand = Type.String({ pattern: '^[\\w-]+/[\\w-]+$' });
/** Field to what stands in it; `{ days: 7 }` is a day so many days later, `{ holds: director }` whoever holds that post there. */
const Values = Type.Record(Type.String(), Type.Unknown());
const Parts = Type.Record(Type.String(), Type.Array(Type.String()));
const After = Type.Integer({ minimum: 0 });
const closed = { additionalProperties: false };

const Deed = Type.Union([
  Type.Object(
    {
      after: After,
      take: Type.String(),
      outcome: Type.Optional(Type.String()),
      values: Type.Optional(Values),
      parts: Type.Optional(Parts),
    },
    closed,
  ),
  Type.Object(
    { after: After, act: Type.String(), by: Hand, text: Type.String(), values: Type.Optional(Values) },
    closed,
  ),
  Type.Object({ after: After, prove: Type.Array(Type.String()), by: Hand }, closed),
  Type.Object({ after: After, return: Type.String(), to: Type.Optional(Type.String()), reason: Type.String() }, closed),
  Type.Object({ after: After, object: Type.String(), by: Hand, from: Type.String(), text: Type.String() }, closed),
  /** Title of an earlier dossier that it turns out to be: it is merged into that one. */
  Type.Object({ after: After, merge: Type.String(), by: Hand, reason: Type.String() }, closed),
  Type.Object({ after: After, rule: Type.String(), by: Hand, reason: Type.String() }, closed),
]);

const Dossier = Type.Object(
  {
    kind: Type.String(),
    by: Hand,
    from: Type.Optional(Type.String()),
    age: Type.Integer({ minimum: 0 }),
    values: Values,
    parts: Type.Optional(Parts),
    deeds: Type.Array(Deed),
  },
  closed,
);

const Units = Type.Optional(Type.Array(Type.String()));
const Returns = Type.Object(
  {
    duty: Type.String(),
    steps: Type.Array(Type.String(), { minItems: 1 }),
    values: Values,
    /** What some unit filed instead: in one period after another, and from the first again. */
    instead: Type.Optional(Type.Record(Type.String(), Type.Array(Values, { minItems: 1 }))),
    nil: Units,
    late: Units,
    returned: Units,
    missing: Units,
    gathered: Type.Object({ after: After, by: Hand, steps: Type.Array(Type.String()) }, closed),
  },
  closed,
);

const Invented = Type.Object(
  {
    region: Type.String({ pattern: '^\\d{6}$' }),
    /** Days before today on which the past begins and the plan is published. */
    past: Type.Integer({ minimum: 0 }),
    /** What the numbers of papers begin with: of units here, and of those that do not sign in here. */
    papers: Type.Object({ own: Type.String(), outside: Type.String() }, closed),
    problems: Type.Optional(Problems),
    dossiers: Type.Array(Dossier),
    returns: Type.Array(Returns),
  },
  closed,
);

/** What a demonstration of a place begins with: `policies/<place>/demonstration.yaml`, plainly invented. */
export type Invented = Static<typeof Invented>;
/** A dossier of the pack's own kinds, and what is done to it. `age`: days before today on which it was entered. */
export type InventedDossier = Static<typeof Dossier>;
/** One thing done to it, so many working days after the one before. */
export type Deed = Static<typeof Deed>;
/** How the returns of a duty come in: most in time, and some not. */
export type InventedReturns = Static<typeof Returns>;

const fits = new Ajv2020().compile<Invented>(Invented);

const read = new Map<string, Invented | null>();

/** What was invented for this region; null where nothing was. @throws Error where its file is not as it should be */
export function inventedFor(region: string): Invented | null {
  const known = read.get(region) ?? readInvented(region);
  read.set(region, known);
  return known;
}

function readInvented(region: string): Invented | null {
  const folder = path.join(ROOT, 'policies');
  for (const name of globSync('*/demonstration.yaml', { cwd: folder })) {
    const invented: unknown = parse(readFileSync(path.join(folder, name), 'utf8'));
    if (!fits(invented)) throw new Error(`${name}: ${JSON.stringify(fits.errors?.slice(0, 3))}`);
    if (invented.region === region) return invented;
  }
  return null;
}
