import { readFile } from 'node:fs/promises';
import { indexUnits } from '@bihuan/core/intake';
import type { Decision, IntakeContext, Sheet, Understanding, UnitEntry } from '@bihuan/core/intake';
import { plainDate } from '@bihuan/core/time';
import { readWorkbook } from '../workbook.ts';

const unit = (
  id: string,
  name: string,
  shortNames: readonly string[] = [],
  oldNames: UnitEntry['oldNames'] = [],
): UnitEntry => ({ id, name, shortNames, oldNames, roles: [] });

/** The few units that the samples name, with short and old names as offices use them. */
export const UNITS = indexUnits({
  units: [
    unit('youwang', '由旺镇人民政府'),
    unit('yaoguan', '姚关镇人民政府'),
    unit('development', '施甸县发展和改革局', ['县发改局', '发改局']),
    unit(
      'ecology',
      '保山市生态环境局施甸分局',
      ['生态环境分局'],
      [{ name: '施甸县环境保护局', until: plainDate('2019-03-01') }],
    ),
    unit('water', '施甸县水务局'),
    unit('land', '施甸县自然资源局'),
  ],
  groups: [{ names: ['各乡镇'], units: ['youwang', 'yaoguan'] }],
  prefixes: ['施甸县', '县'],
});

/** An office without any problem in its register yet. */
export const OFFICE: IntakeContext = { list: null, units: UNITS, facts: [], known: [] };

/** A sample's bytes. */
export function sampleBytes(file: string): Promise<Buffer> {
  return readFile(new URL(`../../../../samples/${file}`, import.meta.url));
}

/** The bytes of a file in a shape that other programs write or offices send, by its name without ending. */
export function received(name: string): Promise<Buffer> {
  return sampleBytes(`received/${name}.xlsx`);
}

/** A sheet of a sample as the program reads it; the first one unless named. */
export async function sampleSheet(file: string, name?: string): Promise<Sheet> {
  const read = await readWorkbook(await sampleBytes(file), file, { converter: null });
  if ('refused' in read) throw new Error(`${file}: ${read.refused.code}`);
  const sheet = name === undefined ? read.sheets[0] : read.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`${file} has no sheet ${name ?? ''}`);
  return sheet;
}

/** A decision with its reason. */
export const because = (on: string, choose: string, value?: string): Decision => ({
  on,
  choose,
  reason: '演示判断',
  ...(value === undefined ? {} : { value }),
});
/** Ids of all open questions, those about the sheet first. */
export const asked = ({ rows, questions }: Understanding): readonly string[] =>
  [...questions, ...rows.flatMap((row) => row.questions)].map(({ id }) => id);
/** The problem that a row of the sheet belongs to. */
export const row = (understanding: Understanding, at: number): Understanding['rows'][number] => {
  const found = understanding.rows.find(({ rows }) => rows.includes(at));
  if (found === undefined) throw new Error(`no problem in row ${at}`);
  return found;
};
