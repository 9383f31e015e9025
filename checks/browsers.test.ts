import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './sources.ts';

/** What the language and the style sheets gained after Chrome 88; a build translates words, it does not bring methods. */
const TOO_NEW = [
  /\.at\(/,
  /\.findLast(Index)?\(/,
  /\.to(Sorted|Reversed|Spliced)\(/,
  /\.with\(\d/,
  /(Map|Object)\.groupBy\(/,
  /structuredClone\(/,
  /Object\.hasOwn\(/,
  /Promise\.withResolvers\(/,
  /:has\(/,
  /@container\b/,
];

const pages = globSync('web/src/**/*.{ts,tsx,css}', { cwd: ROOT }).filter(
  (file) => !/\.test\.ts$|schema\.d\.ts$/.test(file),
);

test('the page asks nothing of a browser that an office’s Chrome 88 cannot do', () => {
  expect(pages.length).toBeGreaterThan(100);
  const told = pages.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    return TOO_NEW.filter((sign) => sign.test(text)).map((sign) => `${file}: ${sign.source}`);
  });

  expect(told).toEqual([]);
});

/** Lists that would show an id for as long as names are not here. */
const bareLists = (text: string): boolean => /import \{[^}]*\bSelect\b[^}]*\} from 'antd'/.test(text);

test('lists to choose from are the one that shows no id while names are loading', () => {
  const found = pages.filter((file) => bareLists(readFileSync(path.join(ROOT, file), 'utf8')));

  expect(bareLists("import { Button, Select } from 'antd';")).toBe(true);
  expect(found).toEqual(['web/src/choice/select.tsx']);
});

test('groups of boxes are the one that does not call itself required, which no group may', () => {
  const found = pages.filter((file) => readFileSync(path.join(ROOT, file), 'utf8').includes('<Checkbox.Group'));

  expect(found).toEqual(['web/src/choice/checks.tsx']);
});
