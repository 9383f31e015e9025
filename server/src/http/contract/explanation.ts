import { Type } from 'typebox';
import { Day, named, nullable, oneOf, ref, Text, Words } from './named.ts';

const Clause = Type.String();

export const RulingName = named(
  'RulingName',
  Type.Object({
    id: Type.String(),
    title: ref(Text),
    reason: ref(Text),
    clauses: Type.Array(Clause),
    by: Type.String(),
    on: Day,
    status: oneOf(['confirmed', 'pending']),
  }),
);

export const SeatView = named(
  'Seat',
  Type.Object({
    seat: Type.Object({ role: Type.String(), post: Type.String() }),
    who: ref(Text),
    part: oneOf(['decide', 'co-sign']),
    /** Ids; empty for a part that is named at the hand-over. */
    units: Type.Array(Type.String()),
    external: Type.Boolean(),
  }),
);

const limit = {
  id: Type.String(),
  step: Type.String(),
  title: ref(Text),
  clause: Clause,
  words: ref(Text),
  /** Who may extend it, how often and when; or that the plan sets none. */
  extension: ref(Text),
  pause: nullable(ref(Text)),
};
const copy = {
  to: Type.String(),
  who: ref(Text),
  step: Type.String(),
  clause: Clause,
  written: Type.Boolean(),
  /** The paper is addressed to this office (主送); else it is copied to it (抄送). */
  addressed: Type.Boolean(),
  /** At which facts; null: always. */
  when: nullable(ref(Text)),
};

/** One step in the words of the screen. */
export const StepView = named(
  'Step',
  Type.Object({
    id: Type.String(),
    do: Type.String(),
    title: ref(Text),
    clause: Clause,
    seats: Type.Array(ref(SeatView)),
    /** How several seats decide, in words. */
    joined: Type.Array(ref(Text)),
    external: Type.Boolean(),
    limits: Type.Array(Type.Object(limit)),
    silent: Type.Boolean(),
    copies: Type.Array(Type.Object(copy)),
    evidence: Type.Array(
      Type.Object({
        id: Type.String(),
        label: ref(Text),
        /** At which facts it is asked for; null: always. */
        when: nullable(ref(Text)),
      }),
    ),
    returnsTo: Type.Array(Type.String()),
    closes: Type.Boolean(),
    ruling: nullable(Type.String()),
    /** Whatever else it says, each in one sentence. */
    also: Type.Array(ref(Text)),
  }),
);

const NotTaken = Type.Array(Type.Object({ id: Type.String(), title: ref(Text), clause: Clause, why: ref(Text) }));

export const RouteExplained = named(
  'RouteExplained',
  Type.Object({
    id: Type.String(),
    title: ref(Text),
    clause: Clause,
    ruling: nullable(ref(RulingName)),
    matched: Type.Object({
      condition: ref(Text),
      facts: Type.Array(Type.Object({ fact: Type.String(), value: nullable(Type.String()), words: ref(Text) })),
    }),
    /** Matched as well and gave way. */
    losing: NotTaken,
    /** Their condition does not hold. */
    others: NotTaken,
    steps: Type.Array(ref(StepView)),
    signers: Type.Array(
      Type.Object({
        step: Type.String(),
        clause: Clause,
        who: ref(Text),
        part: oneOf(['decide', 'co-sign']),
        external: Type.Boolean(),
      }),
    ),
    limits: Type.Array(Type.Object(limit)),
    copies: Type.Array(Type.Object(copy)),
    /** Every clause the route stands on. */
    clauses: Type.Array(Type.Object({ id: Clause, text: ref(Text) })),
  }),
);

/** The facts lead nowhere: facts are missing, no rule fits, or several fit and no ruling chooses. */
export const NoRoute = named(
  'NoRoute',
  Type.Object({
    id: Type.Null(),
    why: ref(Text),
    missing: Type.Array(Type.String()),
    routes: Type.Array(Type.String()),
  }),
);

/** Why a problem goes the way it goes, and what would have changed it. */
export const Explanation = named(
  'Explanation',
  Type.Object({
    edition: Type.String(),
    facts: Type.Record(Type.String(), Type.String()),
    missing: Type.Array(Type.String()),
    plan: Type.Union([ref(RouteExplained), ref(NoRoute)]),
    acceptance: Type.Union([ref(RouteExplained), ref(NoRoute)]),
    wouldChange: Type.Array(
      Type.Object({
        fact: Type.String(),
        value: Type.String(),
        words: ref(Text),
        plan: nullable(Type.String()),
        acceptance: nullable(Type.String()),
      }),
    ),
  }),
);

export const ExplainAsk = named(
  'ExplainAsk',
  Type.Object({ facts: Type.Record(Type.String({ maxLength: 40 }), Words(60)) }),
);
