import { expect, test } from 'vitest';
import { testOffice } from '../../testing/office.ts';
import { namedSchemas } from '../contract/named.ts';
import { SUMMARIES } from './summaries.ts';

const { app } = await testOffice();
const contract = (await app.inject('/api/openapi.json')).json();
const operations = Object.values(contract.paths).flatMap((path) =>
  Object.values(path as Record<string, { operationId?: string; summary?: string; responses: object }>),
);

test('the contract is OpenAPI 3.1, every operation has a name of its own and says how it refuses', () => {
  expect(contract.openapi).toBe('3.1.0');
  const names = operations.map(({ operationId }) => operationId);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
  expect(operations.every(({ responses }) => '4XX' in responses)).toBe(true);
});

test('every operation says in both languages what it is for, and nothing is said of one that is not there', () => {
  for (const { operationId, summary } of operations)
    expect(summary, operationId).toMatch(/^\P{ASCII}.* \/ [A-Z].*[a-z)]$/u);
  expect(new Set(Object.keys(SUMMARIES))).toEqual(new Set(operations.map(({ operationId }) => operationId)));
});

test('every named schema stands in the contract, and every reference in it leads somewhere', () => {
  const known = new Set(Object.keys(contract.components.schemas));
  expect(
    namedSchemas()
      .map((schema) => Reflect.get(schema, '$id'))
      .filter((id) => !known.has(String(id))),
  ).toEqual([]);
  const references = [...JSON.stringify(contract).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((name) => !known.has(name))).toEqual([]);
});

test('every change but sign-in, set-up, questions and a look at what is personal carries a key for retries', () => {
  const bare = Object.entries(contract.paths).filter(([, path]) => {
    const post = Reflect.get(path as object, 'post');
    return post !== undefined && !JSON.stringify(post.parameters ?? []).includes('idempotency-key');
  });
  expect(bare.map(([path]) => path).toSorted()).toEqual(WITHOUT_KEY);
});

/**
 * Sessions are not acts of the office; a file counts for nothing until an act names it; whoever looks at what is personal twice has
 * looked twice; the others only ask.
 */
const WITHOUT_KEY = [
  '/api/calendar/preview',
  '/api/calendar/words',
  '/api/cases/{id}/personal',
  '/api/due',
  '/api/files',
  '/api/kinds/{kind}/tables/{field}/read',
  '/api/kinds/{kind}/tables/{field}/workbook',
  '/api/policies/{edition}/explain',
  '/api/session',
  '/api/session/demonstration',
  '/api/setup',
];

test('the readable page lists every operation and loads nothing from anywhere', async () => {
  const page = await app.inject('/api');
  expect(page.headers['content-type']).toContain('text/html');
  for (const { operationId } of operations) expect(page.body).toContain(operationId);
  expect(page.body).not.toMatch(/<script|<link|src=|https?:/);
});
