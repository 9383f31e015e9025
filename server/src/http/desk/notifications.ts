import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { notificationsRead, readNotifications, unreadOf } from '../../operations/notifications/read-notifications.ts';
import type { Services } from '../../services.ts';
import { MarkRead, NotificationQuery, Notifications, Unread } from '../contract/notification.ts';
import { ref } from '../contract/named.ts';
import { actorOf } from '../door/actor.ts';
import { IntentHeaders } from '../door/intent.ts';

/** 通知: what one is told of dossiers, folded by dossier. */
export const notificationRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/notifications',
      {
        schema: {
          operationId: 'listNotifications',
          querystring: NotificationQuery,
          response: { 200: ref(Notifications) },
        },
      },
      async (request) => readNotifications(services, await actorOf(services, request), request.query),
    );
    app.get(
      '/notifications/unread',
      { schema: { operationId: 'countNotifications', response: { 200: ref(Unread) } } },
      async (request) => ({ unread: await unreadOf(services, await actorOf(services, request)) }),
    );
    app.post(
      '/notifications/read',
      {
        schema: {
          operationId: 'readNotifications',
          headers: IntentHeaders,
          body: ref(MarkRead),
          response: { 200: ref(Unread) },
        },
      },
      async (request) => {
        const by = await actorOf(services, request);
        const { dossier, upTo } = request.body;
        await notificationsRead(services, by, dossier, upTo);
        return { unread: await unreadOf(services, by) };
      },
    );
  };
