import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../../config.ts';
import { namedSchemas } from '../contract/named.ts';
import { apiPage } from './api-page.ts';
import { withRefusals } from './refused-schema.ts';

const ABOUT = `闭环的全部功能都在此接口中：页面能做的，程序也能做。
每个 POST 带 \`Idempotency-Key\`（打开表单时生成的 UUID），重试得到第一次的答复。
拒绝以 \`application/problem+json\`（RFC 9457）答复，\`code\` 一经发布不再改变。

Everything the page does, a client can do. Every POST carries an \`Idempotency-Key\` (a UUID made when the form opens); a retry
is answered as the first time. Refusals are problem documents; a \`code\` never changes once published.`;

/** Collects the contract from the routes registered after it. Schemas made with \`named\` appear under their names. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  for (const schema of namedSchemas()) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '闭环 Bihuan', version: VERSION, description: ABOUT, license: { name: 'MIT' } },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'bihuan.session_token' } } },
      security: [{ session: [] }],
    },
    refResolver: { buildLocalReference: ({ $id }) => (typeof $id === 'string' ? $id : 'unnamed') },
  });
}

/** `GET /api/openapi.json`, and the same to read at `GET /api`. */
export function contractRoute(app: FastifyInstance): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => withRefusals(app.swagger()));
  app.get('/api', { schema: { hide: true } }, async (_request, reply) => {
    // the contract as plain data: what the page reads is what a client reads
    return reply
      .type('text/html; charset=utf-8')
      .send(apiPage(JSON.parse(JSON.stringify(withRefusals(app.swagger())))));
  });
}
