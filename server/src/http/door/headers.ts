import type { FastifyInstance } from 'fastify';

/** The page loads nothing from elsewhere and nobody frames it; Ant Design writes its styles into the page, ECharts and OpenLayers draw images. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY', // for browsers that do not know frame-ancestors
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  // a photo is taken by the telephone's own camera and chosen as a file: the page itself needs none of these
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
};

/** Half a year: a proxy that stops doing TLS by mistake is found out before. */
const TLS_ONLY = 'max-age=15768000';

/**
 * What every answer carries. Nothing that the API answers is kept by a browser or a proxy between: it is somebody's. A door may set
 * any of these itself, a file a stricter policy. @param origin public address; over https, browsers are told to stay with it
 */
export function sendHeaders(app: FastifyInstance, origin: string | null): void {
  const usual = Object.entries({
    ...HEADERS,
    ...(origin?.startsWith('https://') ? { 'strict-transport-security': TLS_ONLY } : {}),
  });
  app.addHook('onSend', async (request, reply) => {
    const kept = request.url.startsWith('/api') ? [...usual, ['cache-control', 'no-store'] as const] : usual;
    for (const [name, value] of kept) if (!reply.hasHeader(name)) void reply.header(name, value);
  });
}
