import { Type, type Static } from 'typebox';
import { Password, Username } from './session.ts';
import { Day, GivenDay, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';

const Span = { from: nullable(Day), until: nullable(Day) };

export const UnitView = named(
  'Unit',
  Type.Object({
    id: Type.String(),
    name: Type.String(),
    shortNames: Type.Array(Type.String()),
    level: oneOf(['village', 'township', 'county', 'city', 'province', 'nation']),
    kind: Type.String(),
    /** Does not sign in here: its acts are recorded for it. */
    external: Type.Boolean(),
    within: nullable(Type.String()),
    code: nullable(Type.String()),
    roles: Type.Array(Type.Object({ role: Type.String(), ...Span })),
    posts: Type.Array(Type.Object({ post: Type.String(), postName: ref(Text) })),
    names: Type.Array(Type.Object({ name: ref(Text), ...Span })),
  }),
);
export const UnitList = named('UnitList', Type.Object({ units: Type.Array(ref(UnitView)) }));
export type UnitList = Static<typeof UnitList>;

export const PersonView = named(
  'Person',
  Type.Object({
    id: Id,
    name: Type.String(),
    /** Only administrators see it. */
    username: nullable(Type.String()),
    unitName: nullable(Type.String()),
    administrator: Type.Boolean(),
    active: Type.Boolean(),
    phone: nullable(Type.String()),
    /** Names that were mistyped before, each with the day it was corrected; records made until then keep it. */
    formerNames: Type.Array(Type.Object({ name: Type.String(), until: Day })),
    /** For administrators: the password handed out was not changed yet. Null for everybody else. */
    mustChange: nullable(Type.Boolean()),
    postings: Type.Array(
      Type.Object({
        id: Id,
        unit: Type.String(),
        unitName: Type.String(),
        post: Type.String(),
        postName: ref(Text),
        from: Day,
        until: nullable(Day),
        /** Held today. */
        held: Type.Boolean(),
      }),
    ),
  }),
);
/** `next`: give it as `after` for the page that follows; null on the last. */
export const PersonList = named('PersonList', Type.Object({ people: Type.Array(ref(PersonView)), next: nullable(Id) }));
export type PersonList = Static<typeof PersonList>;

export const PersonQuery = Type.Object({
  unit: Type.Optional(Words(60)),
  after: Type.Optional(Id),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
});

/** `until` is the first day on which the post is no longer held. */
export const PostingAsk = named(
  'PostingAsk',
  Type.Object({ unit: Words(60), post: Words(40), from: GivenDay, until: Type.Optional(nullable(GivenDay)) }),
);

export const AddPerson = named(
  'AddPerson',
  Type.Object({
    name: Type.String({ minLength: 1, maxLength: 40 }),
    username: Username,
    /** The first one: whoever is added changes it at the first sign-in. */
    password: Password,
    phone: Type.Optional(Words(60)),
    /** An administrator keeps accounts and holds no post of the plan. */
    administrator: Type.Optional(Type.Boolean()),
    unit: Type.Optional(nullable(Words(60))),
    postings: Type.Optional(Type.Array(ref(PostingAsk), { maxItems: 20 })),
  }),
);

/** `reason` is needed where the name changes. `phone` null: none any more. */
export const CorrectPerson = named(
  'CorrectPerson',
  Type.Object({
    name: Type.String({ minLength: 1, maxLength: 40 }),
    phone: nullable(Words(60)),
    reason: Type.String({ maxLength: 200 }),
  }),
);
export const EndPosting = named('EndPosting', Type.Object({ posting: Id, until: GivenDay }));
export const SetActive = named('SetActive', Type.Object({ active: Type.Boolean() }));
export const SetPassword = named('SetPassword', Type.Object({ password: Password }));
export const PersonDone = named('PersonDone', Type.Object({ id: Id, version: Type.Integer() }));

export const FeedbackAsk = named(
  'FeedbackAsk',
  Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }), page: Words(200) }),
);
export const FeedbackList = named(
  'FeedbackList',
  Type.Object({
    entries: Type.Array(
      Type.Object({
        id: Id,
        text: Type.String(),
        page: Type.String(),
        name: Type.String(),
        unitName: Type.String(),
        at: Type.String(),
      }),
    ),
    /** Whether these are everybody's; otherwise they are what the asker wrote. */
    everybody: Type.Boolean(),
    next: nullable(Id),
  }),
);
