import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testDatabase } from './database.ts';
import { GENERATED } from './generated.ts';

const { owner } = await testDatabase();

test.each(Object.entries(GENERATED))(
  '%s is what the migrations make (npm run generate --workspace server)',
  async (file, write) => {
    const committed = await readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');

    expect(await write(owner)).toBe(committed);
  },
);
