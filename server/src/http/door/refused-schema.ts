import { SUMMARIES } from './summaries.ts';

/** Every refusal of every door, in the contract only: the answers themselves are written by `problem-document.ts`. */
export const REFUSED = {
  type: 'object',
  required: ['type', 'code', 'status', 'title', 'titleEn', 'instance'],
  description: 'RFC 9457. `code` never changes once published; the wording may.',
  additionalProperties: true,
  properties: {
    type: { type: 'string' },
    code: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    titleEn: { type: 'string' },
    detail: { type: 'string' },
    detailEn: { type: 'string' },
    instance: { type: 'string', description: 'quote it to the administrator' },
    clause: { type: 'string' },
    obstacle: { $ref: '#/components/schemas/Obstacle' },
    version: { type: 'integer' },
    faster: {
      type: 'object',
      required: ['name', 'unitName', 'at', 'what'],
      properties: {
        name: { type: 'string' },
        unitName: { type: 'string' },
        at: { type: 'string' },
        what: {
          type: 'object',
          required: ['type', 'title'],
          description: 'type of the event; for a step also how the plan calls it',
          properties: {
            type: { type: 'string' },
            title: { anyOf: [{ $ref: '#/components/schemas/Text' }, { type: 'null' }] },
          },
        },
      },
    },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          bound: { type: 'string', description: 'what it is measured against' },
        },
      },
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['at', 'message', 'messageEn'],
        properties: { at: { type: 'string' }, message: { type: 'string' }, messageEn: { type: 'string' } },
      },
    },
  },
} as const;

type Contract = { readonly components?: object; readonly paths?: object };

/** Says of every operation what it is for, and enters the refusal as its 4XX answer. */
export function withRefusals<C extends Contract>(contract: C): C {
  const answer = {
    description: '拒绝 / refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Refused' } } },
  };
  const paths = mapped(contract.paths ?? {}, (path) =>
    mapped(path, (operation) => ({
      summary: SUMMARIES[String(Reflect.get(operation, 'operationId'))]?.join(' / '),
      ...operation,
      responses: { ...Reflect.get(operation, 'responses'), '4XX': answer },
    })),
  );
  const schemas: object = Reflect.get(contract.components ?? {}, 'schemas') ?? {};
  return { ...contract, paths, components: { ...contract.components, schemas: { ...schemas, Refused: REFUSED } } };
}

function mapped(record: object, change: (value: object) => object): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]: [string, object]) => [key, change(value)]));
}
