import { expect, test } from 'vitest';
import { catalogs } from '../web/src/i18n/catalogs.ts';
import { words as frame } from '../web/src/frame/words.ts';
import { words as timeline } from '../web/src/timeline/words.ts';
import { words as verbs } from '../web/src/verbs/words.ts';
import { literalsIn, sources, textOf } from './sources.ts';

type Contract = { readonly components: { readonly schemas: Readonly<Record<string, unknown>> } };
const contract = JSON.parse(textOf('server/openapi.json')) as Contract; // our own generated file

/** Every value that a part of the contract allows, wherever it stands in it. */
const allowed = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'const') return [String(value)];
    return key === 'enum' ? (value as string[]) : allowed(value);
  });
};
const unsaid = (names: readonly string[], words: { readonly zh: object }): readonly string[] =>
  names.filter((name) => !Object.keys(words.zh).some((key) => key === name || key.startsWith(`${name}.`)));

test('every page that a session may list has its name in the menu', () => {
  const { menu } = (contract.components.schemas['Session'] as { properties: { menu: unknown } }).properties;

  expect(allowed(menu)).toContain('workbench');
  expect(
    unsaid(
      allowed(menu).map((id) => `page.${id}`),
      frame,
    ),
  ).toEqual([]);
});

test('every verb of a problem has its button', () => {
  const asks = (contract.components.schemas['ProblemAsk'] as { anyOf: { properties: { type: unknown } }[] }).anyOf;
  const types = asks.flatMap(({ properties }) => allowed(properties.type));

  expect(types).toContain('TakeStep');
  expect(unsaid(types, verbs)).toEqual([]);
});

test('everything that can happen to a dossier has its line on the timeline', () => {
  const events = ['problem', 'procedure', 'case'].flatMap((room) => literalsIn(`core/src/${room}/event.ts`));

  expect(events).toEqual(expect.arrayContaining(['PlanWritten', 'StepTaken', 'CaseOpened']));
  expect(unsaid(events, timeline)).toEqual([]);
});

/** Keys of words in a page's code: whole ones in quotes, but for names of what a browser keeps, and beginnings put together. */
const WHOLE = /(?<!useKept(?:<\w+>)?\()'([a-zA-Z]+(?:\.[\w-]+)+)'/g;
const BEGINNING = /`([a-zA-Z]+\.[\w.-]*)\$\{/g;

test('every word that a page asks for by its name is there: no key stands on a screen', () => {
  const pages = sources.filter((file) => file.startsWith('web/src/') && !file.endsWith('words.ts')).map(textOf);
  const found = (pattern: RegExp): string[] =>
    pages
      .flatMap((code) => [...code.matchAll(pattern)].map(([, key]) => key!))
      .filter((key) => subjectOf(key) in catalogs.zh);
  const subjectOf = (key: string): string => key.split('.')[0]!;
  const words = Object.entries(catalogs.zh).flatMap(([subject, all]) =>
    Object.keys(all).map((key) => `${subject}.${key}`),
  );
  // of a word that counts, each form is there
  const known = new Set(words.map((word) => word.replace(/_(one|other)$/, '')));

  expect(found(WHOLE)).toContain('list.comma');
  expect(found(WHOLE).filter((key) => !known.has(key))).toEqual([]);
  expect(found(BEGINNING)).toContain('obstacle.');
  expect(found(BEGINNING).filter((key) => !words.some((word) => word.startsWith(key)))).toEqual([]);
});
