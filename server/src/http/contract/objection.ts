import { Type } from 'typebox';
import { Day, GivenDay, named, nullable, Words } from './named.ts';

/** An objection to what was made public, and what became of it. */
export const ObjectionView = named(
  'Objection',
  Type.Object({
    id: Type.String(),
    run: Type.String(),
    step: Type.String(),
    round: Type.Integer(),
    from: Type.String(),
    raisedOn: Day,
    text: Type.String(),
    outcome: nullable(Type.Object({ upheld: Type.Boolean(), reason: Type.String(), on: Day })),
  }),
);

/** Somebody objects to what is made public at this task: who, when, in which words. */
export const RaiseObjection = Type.Object({
  type: Type.Literal('RaiseObjection'),
  task: Words(120),
  from: Words(100),
  day: GivenDay,
  text: Words(2000),
});

/** What becomes of an objection; upheld, it leads the dossier back. */
export const SettleObjection = Type.Object({
  type: Type.Literal('SettleObjection'),
  objection: Words(60),
  upheld: Type.Boolean(),
  reason: Words(2000),
});
