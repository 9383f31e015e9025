import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { adoptReading, type Outcome } from '../../operations/readings/adopt.ts';
import { impactOfReading } from '../../operations/readings/impact.ts';
import { impactView } from '../../operations/readings/impact-view.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { whyNot } from '../problems/batch.ts';
import { ref } from '../contract/named.ts';
import { PolicyParams } from '../contract/policy.ts';
import { AdoptReading, ImpactQuery, ReadingAdopted, ReadingImpact } from '../contract/reading.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { refuseRequest } from '../door/problem-document.ts';
import { sendRefusal } from '../door/refusal.ts';

/** A later reading of an edition: what it means for open dossiers, before any is brought over, and then that they are. */
export const readingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    const impactSchema = {
      operationId: 'readReadingImpact',
      params: PolicyParams,
      querystring: ImpactQuery,
      response: { 200: ref(ReadingImpact) },
    };
    app.get('/policies/:edition/impact', { schema: impactSchema }, async (request, reply) => {
      const by = await actorOf(services, request);
      const { edition } = request.params;
      const page = await impactOfReading(services, { edition, by, after: request.query.after ?? null });
      if (!page) return refuseRequest(request, reply, 'not-found');
      return { lines: page.lines.map((line) => impactView(services, line)), next: page.next };
    });

    const adoptSchema = {
      operationId: 'adoptReading',
      params: PolicyParams,
      headers: IntentHeaders,
      body: ref(AdoptReading),
      response: { 200: ref(ReadingAdopted) },
    };
    app.post('/policies/:edition/adopt', { schema: adoptSchema }, async (request, reply) => {
      const by = await actorOf(services, request);
      const { edition } = request.params;
      const answer = await adoptReading(services, { ...request.body, ...intentOf(request), edition, by });
      if (!answer) return refuseRequest(request, reply, 'not-found');
      if ('refused' in answer) return sendRefusal(request, reply, answer.refused);
      return { results: answer.map(resultOf) };
    });
  };

const CHANGED = {
  code: 'content-changed',
  zh: '在您查看之后，改用新解读对本件的影响有变化，请重新核对后再办。',
  en: 'What it would mean for this dossier has changed since you looked. Look at it again, then confirm.',
  clause: null,
};

function resultOf({ dossier, number, answer }: Outcome) {
  const named = { dossier, number, refused: null };
  if (answer === 'already') return { ...named, outcome: 'already' as const };
  const refused = answer === 'changed' ? CHANGED : whyNot(answer);
  return { ...named, outcome: refused ? ('refused' as const) : ('brought' as const), refused };
}
