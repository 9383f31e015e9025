import { existsSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuseRequest } from './problem-document.ts';

/** A whole year: the names of built files carry their digest. */
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * The built page in `folder`. Every address that is no file and no door of the program is one of the page's own, so it gets
 * index.html; an unknown address under /api gets a problem document.
 */
export async function pageRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(path.join(folder, 'index.html'));
  if (built) {
    await app.register(staticFiles, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, file) => {
        reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? FOREVER : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    return built && isPage ? reply.sendFile('index.html') : refuseRequest(request, reply, 'not-found');
  });
}
