import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Actor } from '@bihuan/core/access';
import { readVacancies } from '../../operations/desk/errands.ts';
import { readCopies } from '../../operations/desk/read-copies.ts';
import { readView } from '../../operations/desk/read-views.ts';
import { readTasks, readWorkbench } from '../../operations/desk/read-workbench.ts';
import type { Services } from '../../services.ts';
import { actorOf, keeperOf } from '../door/actor.ts';
import { othersWith } from '../door/presence.ts';
import { ref } from '../contract/named.ts';
import {
  CopyList,
  CopyQuery,
  DeskDossiers,
  TaskPage,
  TaskQuery,
  VacancyList,
  ViewQuery,
  Workbench,
} from '../contract/workbench.ts';

/** What is mine: to-dos, what is near or late, copies to read. */
export const workbenchRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/workbench',
      { schema: { operationId: 'readWorkbench', response: { 200: ref(Workbench) } } },
      async (request) => {
        const by = await actorOf(services, request);
        const desk = await readWorkbench(services, by);
        return { ...desk, tasks: withOthers(desk.tasks, by) };
      },
    );
    app.get(
      '/tasks',
      { schema: { operationId: 'listTasks', querystring: TaskQuery, response: { 200: ref(TaskPage) } } },
      async (request) => {
        const by = await actorOf(services, request);
        const page = await readTasks(services, by, request.query);
        return { ...page, tasks: withOthers(page.tasks, by) };
      },
    );
    app.get(
      '/desk',
      { schema: { operationId: 'listDeskDossiers', querystring: ViewQuery, response: { 200: ref(DeskDossiers) } } },
      async (request) => readView(services, await actorOf(services, request), request.query),
    );
    app.get(
      '/vacancies',
      { schema: { operationId: 'listVacancies', response: { 200: ref(VacancyList) } } },
      async (request) => ({ vacancies: await readVacancies(services, await keeperOf(services, request)) }),
    );
    app.get(
      '/copies',
      { schema: { operationId: 'listCopies', querystring: CopyQuery, response: { 200: ref(CopyList) } } },
      async (request) => {
        return readCopies(services, await actorOf(services, request), request.query);
      },
    );
  };

/** To-dos with who else is at them, so that two of one office do not begin the same work. */
const withOthers = <Task extends { readonly dossier: string }>(tasks: readonly Task[], by: Actor) =>
  tasks.map((task) => ({ ...task, openWith: othersWith(task.dossier, by) }));
