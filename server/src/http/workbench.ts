import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readCopies } from '../operations/read-copies.ts';
import { readTasks, readWorkbench } from '../operations/read-workbench.ts';
import type { Services } from '../services.ts';
import { actorOf } from './actor.ts';
import { ref } from './contract/named.ts';
import { CopyList, CopyQuery, TaskPage, TaskQuery, Workbench } from './contract/workbench.ts';

/** What is mine: to-dos, what is near or late, copies to read. */
export const workbenchRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/workbench',
      { schema: { operationId: 'readWorkbench', response: { 200: ref(Workbench) } } },
      async (request) => {
        return readWorkbench(services, await actorOf(services, request));
      },
    );
    app.get(
      '/tasks',
      { schema: { operationId: 'listTasks', querystring: TaskQuery, response: { 200: ref(TaskPage) } } },
      async (request) => {
        return readTasks(services, await actorOf(services, request), request.query);
      },
    );
    app.get(
      '/copies',
      { schema: { operationId: 'listCopies', querystring: CopyQuery, response: { 200: ref(CopyList) } } },
      async (request) => {
        return readCopies(services, await actorOf(services, request), request.query);
      },
    );
  };
