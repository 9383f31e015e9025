import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT, everyFile, functionsOf, type Measured, sources, textOf } from './sources.ts';

const measured = (file: string): Measured => ({ at: file, lines: textOf(file).split('\n').length - 1 });
const files = sources.map((file) => measured(file));
const functions = sources.flatMap((file) => functionsOf(file));

const over = (limit: number, all: readonly Measured[]): readonly string[] =>
  all.filter(({ lines }) => lines > limit).map(({ at, lines }) => `${at} ${lines}`);

/** The size below which this share of all lies. */
function share(part: number, all: readonly Measured[]): number {
  const sizes = all.map(({ lines }) => lines).toSorted((a, b) => a - b);
  return sizes[Math.floor(part * (sizes.length - 1))] ?? 0;
}

test('the scanner sees files and functions', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(functions.length).toBeGreaterThan(files.length);
  expect(Math.max(...functionsOf('checks/sources.ts').map(({ lines }) => lines))).toBeGreaterThan(10);
});

test('no file has grown past a screenful of screens: split it by subject, or argue in docs/decisions', () => {
  expect(
    over(
      250,
      everyFile.map((file) => measured(file)),
    ),
  ).toEqual([]);
});

test('no style sheet has grown past it either', () => {
  const sheets = globSync('web/src/**/*.css', { cwd: ROOT });

  expect(sheets.length).toBeGreaterThan(5);
  expect(
    over(
      250,
      sheets.map((file) => measured(file)),
    ),
  ).toEqual([]);
});

test('most files fit on one screen, nearly all on two', () => {
  expect(share(0.5, files)).toBeLessThan(80);
  expect(share(0.9, files)).toBeLessThan(150);
});

test('no function is longer than a page: name its parts', () => {
  expect(over(60, functions)).toEqual([]);
});

test('most functions are read at a glance', () => {
  expect(share(0.5, functions)).toBeLessThan(12);
});
