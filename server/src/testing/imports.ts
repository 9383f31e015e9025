import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { LightMyRequestResponse } from 'fastify';
import ExcelJS from 'exceljs';
import { actRule, unitsInRole } from '@bihuan/core/access';
import type { ImportLine, ImportView } from '../http/contract/import.ts';
import { cookieOf, PASSWORD, testOffice, visitor, type TestOffice, type Visitor } from './office.ts';

/** A clerk who may bring lists in, and can send files. */
export type Importer = Visitor & {
  readonly upload: (
    name: string,
    bytes: Buffer,
    as?: { readonly key?: string; readonly kind?: string },
  ) => Promise<LightMyRequestResponse>;
  /** Sends a file, of problems or of a kind, and answers the import's id. */
  readonly receive: (name: string, bytes: Buffer, kind?: string) => Promise<string>;
  readonly view: (id: string) => Promise<ImportView>;
  readonly lines: (id: string, pile: ImportLine['pile']) => Promise<ImportLine[]>;
  /** Answers every open question by the option wanted `rather`, by the one it suggests, else by its first one that needs no value. */
  readonly answerAll: (id: string, rather?: string) => Promise<void>;
};

/** An office with a clerk in the seat that registers problems, and one in another unit. */
export async function importOffice(): Promise<
  TestOffice & {
    readonly clerk: Importer;
    readonly other: Importer;
    readonly bystander: Importer;
    readonly law: ReturnType<TestOffice['services']['law']>;
  }
> {
  const office = await testOffice();
  const law = office.services.law();
  const today = office.services.today();
  const seats = actRule('register', law, 'problem')!.by.flatMap(({ role, post }) =>
    unitsInRole(law.units, role, today).map((unit) => ({ unit: unit.id, post: post === '*' ? unit.posts[0]! : post })),
  );
  const [first, second] = [seats[0]!, seats.find(({ unit }) => unit !== seats[0]!.unit)!];
  const township = unitsInRole(law.units, 'township', today)[0]!;
  const people = [
    ['clerk', first],
    ['other', second],
    ['bystander', { unit: township.id, post: township.posts[0]! }],
  ] as const;
  for (const [username, { unit, post }] of people)
    await office.add({ name: `（演示）${username}`, username, posts: [{ unit, post, from: today, until: null }] });
  return {
    ...office,
    law,
    clerk: importer(office, await signedIn(office, 'clerk')),
    other: importer(office, await signedIn(office, 'other')),
    bystander: importer(office, await signedIn(office, 'bystander')),
  };
}

const signedIn = async ({ app }: TestOffice, username: string): Promise<string> =>
  cookieOf(await app.inject({ method: 'POST', url: '/api/session', payload: { username, password: PASSWORD } }));

/** Whoever has this cookie, with files to bring in. */
export function importer({ app }: TestOffice, cookie: string): Importer {
  const asks = visitor(app, cookie);
  const upload: Importer['upload'] = (name, bytes, { key = randomUUID(), kind } = {}) =>
    app.inject({
      method: 'POST',
      url: `/api/imports?name=${encodeURIComponent(name)}${kind ? `&kind=${kind}` : ''}`,
      payload: bytes,
      headers: { cookie, 'content-type': 'application/octet-stream', 'idempotency-key': key },
    });
  const lines: Importer['lines'] = async (id, pile) =>
    (await asks.get(`/imports/${id}/rows?pile=${pile}&size=100`)).json<{ rows: ImportLine[] }>().rows;
  const view: Importer['view'] = async (id) => (await asks.get(`/imports/${id}`)).json<ImportView>();
  return {
    ...asks,
    upload,
    lines,
    view,
    receive: async (name, bytes, kind) => {
      const answer = await upload(name, bytes, kind ? { kind } : {});
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json<{ id: string }>().id;
    },
    answerAll: async (id, rather) => {
      for (let round = 0; round < 5; round += 1) {
        const { questions, groups } = await view(id);
        const decisions = [...questions, ...groups].map(({ group, id: on, suggested, options, row }) => ({
          on: row === null ? on : group,
          choose:
            options.find((option) => option.id === rather)?.id ??
            suggested ??
            options.find(({ asks: value }) => value === undefined)?.id ??
            '',
          reason: '演示判断',
        }));
        if (decisions.length === 0) return;
        await asks.post(`/imports/${id}/decisions`, { decisions });
      }
    },
  };
}

/** A sample of `samples/`. */
export const sample = (file: string): Promise<Buffer> => readFile(new URL(`../../../samples/${file}`, import.meta.url));

/** A workbook of one sheet with these rows. */
export async function workbook(rows: readonly (readonly (string | number | null)[])[], name = '清单'): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Words that differ in every pair of signs, so that no two rows look like one problem. */
export const place = (at: number): string =>
  String.fromCodePoint(
    ...[0x4e00, 0x5200, 0x5a00, 0x6400].map((from, digit) => from + ((at * 7919 + digit * 131) % 1_900)),
  );
