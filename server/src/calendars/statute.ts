import type { CalendarYear, Statute } from '@bihuan/core/time';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../config.ts';
import { FaultyCalendar } from './fault.ts';
import { sourceOf } from './source.ts';

/** The file of a jurisdiction's days off by law itself. */
export const STATUTE = 'statutory.yaml';

type StatuteFile = Statute & { readonly jurisdiction: string; readonly source: string };

const SCHEMA = JSON.parse(readFileSync(path.join(ROOT, 'policies/calendars/statutory.schema.json'), 'utf8'));
const fits = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<StatuteFile>(SCHEMA);

/** Days off by law itself of a jurisdiction, as a layer of every year; null where it has none. @throws FaultyCalendar */
export function readStatute(dir: string, jurisdiction: string): CalendarYear | null {
  const file = path.join(dir, jurisdiction, STATUTE);
  if (!existsSync(file)) return null;
  const source = sourceOf(readFileSync(file, 'utf8'), file);
  if (source.broken.length > 0) throw new FaultyCalendar(source.broken);
  const { value } = source;
  if (!fits(value) || value.jurisdiction !== jurisdiction) {
    const said = (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');
    throw new FaultyCalendar([
      source.faultAt([], `法定节假日文件写法不对：${said}`, `not a file of days off: ${said}`),
    ]);
  }
  const { title, number, issued, from, days } = value;
  return { jurisdiction, year: 0, notices: [], statute: { title, number, issued, from, days } };
}
