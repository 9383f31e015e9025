import { Type } from 'typebox';
import { Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';

/** Why somebody was told of a dossier; `vacant`: it came to a post that nobody holds. */
const occasions = [
  'assigned',
  'returned',
  'contested',
  'urged',
  'copied',
  'due-soon',
  'overdue',
  'overdue-led',
  'days-apart',
  'vacant',
] as const;

const Notification = named(
  'Notification',
  Type.Object({
    id: Type.String(),
    occasion: oneOf(occasions),
    title: ref(Text),
    at: Type.String(),
    fresh: Type.Boolean({ description: '本人还没有看过 / the person has not read it yet' }),
    by: nullable(Type.Object({ name: Type.String(), unitName: Type.String() })),
    words: nullable(Type.String({ description: '退回、异议、催办时所说 / what was said with it' })),
  }),
);

/** What was told of one dossier, the latest ones; `count`: all there are. */
const DossierNotifications = named(
  'DossierNotifications',
  Type.Object({
    dossier: Id,
    kind: Type.String(),
    number: Type.String(),
    subject: Type.String(),
    unread: Type.Integer(),
    count: Type.Integer(),
    items: Type.Array(ref(Notification)),
  }),
);

export const Notifications = named(
  'Notifications',
  Type.Object({
    unread: Type.Integer({ description: '有新通知的档案数 / dossiers with something new' }),
    dossiers: Type.Array(ref(DossierNotifications)),
    next: nullable(Type.String()),
  }),
);
export const NotificationQuery = Type.Object({
  after: Type.Optional(Words(300)),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
});
export const Unread = named('Unread', Type.Object({ unread: Type.Integer() }));
export const MarkRead = named(
  'MarkRead',
  Type.Object({
    dossier: nullable(Type.String({ format: 'uuid', description: '不填为全部 / null: all of them' })),
    upTo: Type.Optional(
      Type.String({
        format: 'date-time',
        description: '屏幕上最新一条的时刻，之后到的仍为未读 / the latest that was shown: what came later stays new',
      }),
    ),
  }),
);
