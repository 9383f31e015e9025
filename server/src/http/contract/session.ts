import { pageIds } from '@bihuan/core/person';
import { Type } from 'typebox';
import { Day, Id, named, nullable, oneOf, ref, Text, Words, type Said } from './named.ts';

const Password = Type.String({ minLength: 10, maxLength: 128 });
const Username = Type.String({ minLength: 2, maxLength: 30, pattern: '^[\\p{L}\\p{N}_.\\-]+$' });

/** What the installation is called and its two colours, `#1f5f8b`; null: the program's own. */
export const Appearance = named(
  'Appearance',
  Type.Object({ name: nullable(Type.String()), main: nullable(Type.String()), second: nullable(Type.String()) }),
);

const Colour = Type.String({ pattern: '^#[0-9a-fA-F]{6}$' });
export const AppearanceAsk = named(
  'AppearanceAsk',
  Type.Object({
    name: nullable(Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' })),
    /** Of heads, links and buttons. */
    main: nullable(Colour),
    /** Of what is done. */
    second: nullable(Colour),
  }),
);

/** A post held today, with the names that the plan gives it. */
export const PostingView = named(
  'Posting',
  Type.Object({ unit: Type.String(), unitName: Type.String(), post: Type.String(), postName: ref(Text) }),
);

/** Whose screen this is, what they may open, and which installation it belongs to. */
export const SessionView = named(
  'Session',
  Type.Object({
    /** Null while nobody is signed in. */
    person: nullable(
      Type.Object({
        id: Id,
        name: Type.String(),
        unitName: nullable(Type.String()),
        postings: Type.Array(ref(PostingView)),
      }),
    ),
    installation: Type.Object({
      name: Type.String(),
      region: Type.String(),
      demonstration: Type.Boolean(),
      today: Day,
      /** Whether a demonstration was begun on another day: `today` is not the real one. */
      otherDay: Type.Boolean(),
      /** From so many days between a paper's day and its entry on, the page points at it. */
      daysApart: Type.Integer(),
      version: Type.String(),
      /** The edition in force, or null while none is published. */
      policy: nullable(Type.String()),
      appearance: ref(Appearance),
      /** Whether somebody is in; false: `POST /api/setup` with the code from the terminal. */
      setUp: Type.Boolean(),
    }),
    menu: Type.Array(oneOf(pageIds)),
    admin: Type.Boolean(),
    /** The password was handed out by another: every door but `POST /api/session/password` refuses with `password-due`. */
    mustChange: Type.Boolean(),
    /** For administrators: files that were asked for and are gone, or are no longer what was filed. */
    notWhole: Type.Array(
      Type.Object({
        file: Id,
        name: Type.String(),
        found: oneOf(['file-missing', 'file-changed']),
        at: Type.String({ format: 'date-time' }),
      }),
    ),
    /** How many there are in all; `notWhole` names the newest 20. */
    notWholeInAll: Type.Integer(),
  }),
);
export type SessionView = Said<typeof SessionView>;

/** A wrong password is not told from a wrong name, so neither is its length. */
export const SignInAsk = named('SignIn', Type.Object({ username: Words(60), password: Words(256) }));

export const DemonstrationAsk = named('DemonstrationSignIn', Type.Object({ person: Id }));

export const DemonstrationPeople = named(
  'DemonstrationPeople',
  Type.Object({
    people: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        unit: nullable(Type.String()),
        unitName: Type.String(),
        post: nullable(Type.String()),
        postName: ref(Text),
        about: Type.String(),
      }),
    ),
  }),
);
export type DemonstrationPeople = Said<typeof DemonstrationPeople>;

export const SetUpAsk = named(
  'SetUp',
  Type.Object({
    code: Words(60),
    name: Type.String({ minLength: 1, maxLength: 40 }),
    username: Username,
    password: Password,
    unit: Type.Optional(nullable(Words(60))),
  }),
);

export const PasswordAsk = named('PasswordChange', Type.Object({ old: Words(256), new: Password }));

export { Password, Username };
