import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { literalsIn, ROOT, sources, textOf } from './sources.ts';

/** Where commands, events and stages are declared. */
const DECLARED = globSync(
  [
    'core/src/{problem,case,procedure,person,publication,calendar-amendment}/{command,event,problem,person,edition,decide}.ts',
    'core/src/edition/{edition,command}.ts',
    'core/src/procedure/{open-point-event,far-day}.ts',
    'core/src/duty/book.ts',
    'core/src/policy/{kind,sheet,step}.ts',
  ],
  { cwd: ROOT },
);

const all = (pattern: string): string =>
  globSync(pattern, { cwd: ROOT })
    .map((file) => textOf(file))
    .join('\n');
const code = sources.map((file) => textOf(file)).join('\n') + all('policies/shidian/*/*.yaml');
const screens = all('web/src/**/words.ts') + all('web/src/**/*-words.ts') + all('policies/shidian/*/*.yaml');

type Row = { readonly clause: string; readonly names: readonly string[]; readonly words: readonly string[] };

const rows = textOf('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (---|plan )/.test(line))
  .map((line): Row => {
    const [, clause = '', names = '', zh = '', en = ''] = line.slice(2, -2).split(' | ');
    const listed = (cell: string): string[] => cell.split(' · ').filter((word) => word !== '—');
    return {
      clause,
      names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
      words: [...listed(zh), ...listed(en)],
    };
  });

/** Whether the name stands there whole: `sign` is not in `signature`, nor `case.lead` in `case.lead-department`. */
const isUsed = (name: string): boolean =>
  new RegExp(`(?<![\\w.-])${name.replaceAll('.', String.raw`\.`)}(?![\\w-])`).test(code);

const named = new Set(rows.flatMap(({ names }) => names));

test('every command, event, stage, kind of step, type of field and subject stands in docs/glossary.md', () => {
  const declared = new Set(DECLARED.flatMap((file) => literalsIn(file)));

  expect([...declared]).toEqual(
    expect.arrayContaining([
      'TakeStep',
      'OpenCase',
      'StepTaken',
      'CaseOpened',
      'FormEdition',
      'PostHeld',
      'NoticeApplied',
    ]),
  );
  expect([...declared]).toEqual(expect.arrayContaining(['claim', 'yes-no', 'gathering']));
  expect([...declared].filter((name) => !named.has(name))).toEqual([]);
});

test('every name in the glossary is one that the code uses', () => {
  expect(named.size).toBeGreaterThan(200);
  expect(isUsed('TakeSte')).toBe(false);
  expect([...named].filter((name) => !isUsed(name))).toEqual([]);
});

test('every word that the glossary shows is on a screen', () => {
  const words = rows.flatMap((row) => row.words);

  expect(words.length).toBeGreaterThan(200);
  expect(words.filter((word) => !screens.includes(word))).toEqual([]);
});

test('every clause in the glossary stands in the pack', () => {
  const clauses = rows.map(({ clause }) => clause).filter((clause) => clause !== '—');
  const pack = all('policies/shidian/*/policy.yaml');

  expect(clauses.length).toBeGreaterThan(100);
  expect(clauses.filter((clause) => !pack.includes(`{ id: ${clause},`))).toEqual([]);
});
