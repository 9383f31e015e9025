import { plainDate } from '../../../time/index.ts';
import { suggestionSheet } from '../../../testing/kind-sheets.ts';
import { units } from '../../../testing/units.ts';
import { decide, sheetOf } from '../../testing/office.ts';
import { directoryOf, indexUnits } from '../../unit-directory.ts';
import type { KindContext } from '../context.ts';
import { understandRows } from '../understand.ts';

const TODAY = plainDate('2030-03-01');

/** Written at steps, by the steps' own word. */
const FILLED_LATER = ['answered-on', 'share'];

/** What the club knows when a list of suggestions comes in. */
export const CLUB: KindContext = {
  kind: 'suggestion',
  title: { zh: '建议' },
  fields: suggestionSheet.filter(
    ({ by, type, id }) => by === undefined && type !== 'figure' && !FILLED_LATER.includes(id),
  ),
  formerly: {},
  facts: ['about', 'urgent'],
  calledBy: ['what'],
  channels: [],
  chosen: {},
  directory: indexUnits(directoryOf(units, TODAY, '')),
  units,
  on: TODAY,
  noPersonal: { zh: '个人信息不由表格导入', en: 'Personal fields do not come from a workbook' },
  people: [],
  referred: [],
  known: [],
};

/** A list of suggestions with these columns and rows, understood. */
export const listed = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  answers: readonly (readonly [string, string, string?])[] = [],
  context: KindContext = CLUB,
) =>
  understandRows(
    sheetOf([['建议清单'], head, ...rows]),
    context,
    answers.map(([on, choose, value]) => decide(on, choose, value)),
  );
