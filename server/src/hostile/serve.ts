import { readConfig } from '../config.ts';
import { openServices } from '../cli/open-services.ts';
import { buildServer } from '../http/door/server.ts';

/**
 * The server as an office runs it, or, told `unguarded`, the same without its limits on connections and load: the control of every
 * measure against slow clients and overload. Ends with its standard input.
 */
const unguarded = process.argv.includes('unguarded');
const config = readConfig(undefined, { BIHUAN_DEMO: '1', LOG_LEVEL: 'fatal' });
const { services, close } = await openServices(config);
const app = await buildServer(services, { demonstration: true, ...(unguarded ? { allowed: null } : {}) });
if (unguarded) app.server.maxConnections = 1_000;
process.stdout.write(`${await app.listen({ host: config.host, port: config.port })}\n`);
async function stop(): Promise<void> {
  app.server.closeAllConnections();
  await app.close();
  await close();
  process.exit(0);
}
process.stdin.resume().once('end', () => void stop());
