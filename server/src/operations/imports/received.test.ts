import { memoryOf, registrationOf } from '@bihuan/core/intake';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { because } from '../../files/testing/office.ts';
import { codesOf, receivedSheets, understoodBy, understoodFile } from '../../testing/received.ts';
import { shidianLaw } from '../../testing/law.ts';
import { NOTHING } from './context.ts';
import { sheetList } from './receive.ts';

test('nothing of a list of reports is a problem, and it is said where it belongs', async () => {
  const read = await understoodFile('list-of-reports');

  expect(read).toMatchObject({ kind: 'reports', rows: [], columns: [], questions: [] });
  expect(read.skipped.map(({ row, reason }) => [row, reason.code])).toEqual([
    [3, 'report'],
    [4, 'report'],
    [5, 'report'],
  ]);
  expect(read.notes[0]?.zh).toContain('纪检监察');
});

test('finished rows and texts that point to another paper are asked about', async () => {
  const read = await understoodFile('closed-and-attachment');
  const left = await understoodFile('closed-and-attachment', [
    because(read.rows[0]?.questions[0]?.id ?? '', 'skip'),
    because('4:problem:says-elsewhere', 'set', '演示：乙坪弃渣'),
    because('5:problem:ditto', 'none'),
  ]);

  expect(codesOf(read)).toEqual({ 3: ['closed-row'], 4: ['says-elsewhere'], 5: ['ditto'] });
  expect(left.skipped).toMatchObject([{ row: 3, reason: { code: 'decided' } }]);
  expect(codesOf(left)).toEqual({ 4: [], 5: ['problem-missing'] });
});

test('one problem with two figures is asked about', async () => {
  expect(codesOf(await understoodFile('same-problem-other-figure'))).toEqual({ 3: [], 4: ['same-problem'] });
});

test('the same problem at another number of a place is another problem', async () => {
  const read = await understoodFile('areas-as-places');

  expect(Object.values(codesOf(read)).flat()).not.toContain('same-problem');
});

test('digits that the spreadsheet lost are asked for', async () => {
  const read = await understoodFile('long-numbers-as-numbers');
  const set = await understoodFile('long-numbers-as-numbers', [
    because('4:number:digits-lost', 'set', '53052120260531009'),
    because('5:number:digits-lost', 'keep'),
  ]);

  expect(codesOf(read)).toEqual({ 3: [], 4: ['digits-lost'], 5: ['digits-lost'] });
  expect(set.rows.map(({ pile, number }) => [pile, number])).toEqual([
    ['ready', '202605310012026'],
    ['ready', '53052120260531009'],
    ['ready', '2026053100120260000000'],
  ]);
});

test('numbers and telephones keep what their format shows', async () => {
  const [row] = (await understoodFile('number-formats-with-leading-zeros')).rows;

  expect(row).toMatchObject({ pile: 'ready', number: 'SD-0007', people: [{ name: '李甲', phone: '0875-0000021' }] });
});

test('words that stand for another cell are shown filled in, and asked about', async () => {
  const read = await understoodFile('ditto-words');
  const taken = await understoodFile(
    'ditto-words',
    read.rows.flatMap((row) => row.questions.map(({ group }) => because(group, 'fill'))),
  );

  expect(codesOf(read)).toEqual({ 3: [], 4: ['ditto', 'ditto'], 5: ['ditto', 'ditto'] });
  expect(read.rows[1]?.deadline.date).toBe('2027-03-31');
  expect(taken.rows.map(({ pile, work, people }) => [pile, work, people[0]?.name])).toEqual([
    ['ready', '封堵排口3个', '李甲'],
    ['ready', '封堵排口3个', '王乙'],
    ['ready', '封堵排口3个', '王乙'],
  ]);
});

test('a struck row waits, and of struck words those that are left hold once a person agrees', async () => {
  const read = await understoodFile('struck-row-and-struck-words');
  const settled = await understoodFile('struck-row-and-struck-words', [
    because('4:-:struck-row:4', 'skip'),
    because('5:deadline:struck-words', 'kept'),
    because('5:unit:struck-words', 'kept'),
  ]);

  expect(codesOf(read)).toEqual({ 3: [], 4: ['struck-row'], 5: ['struck-words', 'struck-words'] });
  expect(settled.rows.map(({ pile, deadline }) => [pile, deadline.date])).toEqual([
    ['ready', '2027-03-31'],
    ['ready', '2027-09-30'],
  ]);
  expect(settled.rows[1]?.units).toMatchObject([{ unit: 'renhe' }]);
});

test('a hidden column is read only when a person says so', async () => {
  const read = await understoodFile('hidden-column-alone');
  const answered = async (choose: string) =>
    (await understoodFile('hidden-column-alone', [because('sheet:-:hidden-columns', choose)])).rows[0];

  expect(read.questions.map(({ code }) => code)).toEqual(['hidden-columns', 'township-from-unit']);
  expect(read.columns[7]).toMatchObject({ field: null, intoRemarks: false });
  expect(await answered('skip')).toMatchObject({ pile: 'ready', remarks: '责任人：李甲' });
  expect((await answered('read'))?.remarks).toContain('内部意见：建议不公开');
});

test('a formula without a result is no blank, and a picture in a cell is said to be left out', async () => {
  const formula = await understoodFile('formula-without-stored-result');
  const picture = await understoodFile('wps-cell-image');

  expect(codesOf(formula)).toEqual({ 3: ['formula-empty'], 4: [], 5: [] });
  expect(formula.questions.map(({ code }) => code)).toEqual(['township-from-unit']);
  expect(picture.rows.map(({ pile }) => pile)).toEqual(['ready', 'ready', 'ready']);
  expect(picture.notes[0]?.zh).toContain('有1张图片不导入（第3行）：文件里没有存下');
  expect(registrationOf(picture.rows[0]!, '清单', {}).basics.remarks).not.toContain('DISPIMG');
});

test('rows with nothing but a number are left out and counted', async () => {
  const read = await understoodFile('prefilled-numbers');

  expect(read.rows).toHaveLength(2);
  expect(read.skipped.map(({ reason }) => reason.code)).toEqual(Array.from({ length: 5 }, () => 'prefilled'));
});

test('the register that was taken out is known by its numbers and asks nothing; other words under a number are asked about', async () => {
  const [sheet] = await receivedSheets('own-register-export');
  const known = (sheet?.rows.slice(2) ?? []).map((row, at) => ({
    id: `p${at}`,
    number: row[0]?.text ?? '',
    problem: `${row[1]?.text}。现场另有细节`,
    title: at === 0 ? '演示：别的问题' : (row[1]?.text ?? ''),
    township: null,
    place: '',
    key: null,
    content: null,
    serial: null,
  }));
  const read = understoodBy(sheet!, [], { ...NOTHING, known });

  expect(read.skipped.filter(({ reason }) => reason.code === 'already-known')).toHaveLength(50);
  expect(codesOf(read)[3]).toContain('already-known-changed');
});

test('words of a source are suggested once, and remembered words ask nothing', async () => {
  const read = await understoodFile('source-words-offices-write');
  const groups = read.rows.flatMap(({ questions }) => questions);
  const [sheet] = await receivedSheets('source-words-offices-write');
  const told = memoryOf(
    groups.map(({ group, suggested }) => ({
      on: group,
      choose: suggested ?? 'leave-out',
      person: '李甲',
      day: plainDate('2026-11-01'),
    })),
  );

  expect(groups).toHaveLength(11);
  expect(groups.filter(({ suggested }) => suggested !== null)).toHaveLength(10);
  expect(understoodBy(sheet!, [], { ...NOTHING, told }).rows.every(({ pile }) => pile === 'ready')).toBe(true);
});

test('a cell that divides the work is read by its labels', async () => {
  const read = await understoodFile('division-of-work-in-one-cell');

  expect(read.rows.map(({ units }) => units.map(({ part, unit }) => [part, unit]))).toEqual([
    [
      ['lead', 'county-water'],
      ['holder', 'youwang'],
      ['holder', 'shuichang'],
    ],
    [
      ['lead', 'county-housing'],
      ['holder', 'taiping'],
      ['holder', 'renhe'],
    ],
  ]);
});

test('a placeholder gets no township, and neither do the county and its bureaus', async () => {
  const placeholder = await understoodFile('placeholder-gets-a-township');
  const areas = await understoodFile('areas-as-places');

  for (const asked of placeholder.rows.flatMap(({ questions }) => questions)) expect(asked.suggested).toBeNull();
  expect(areas.rows.map(({ township }) => township?.unit ?? null).filter((unit) => unit !== null)).toEqual([
    'dianyang',
    'mulaoyuan',
    'bailang',
  ]);
});

test('words broken over two lines are joined', async () => {
  const [row] = (await understoodFile('line-breaks-in-words')).rows;

  expect(row).toMatchObject({
    pile: 'ready',
    problem: '粪臭味将影响居民点的正常生活，鸡粪未及时清运。',
    units: [{ unit: 'county-water' }],
    deadline: { date: '2026-12-31' },
  });
});

test('of three months the newest is suggested, and the others are explained', async () => {
  const law = shidianLaw();
  const services = { law: () => law, today: () => plainDate('2026-11-30') };
  const sheets = sheetList(services, { kind: null }, await receivedSheets('three-month-sheets'));

  expect(sheets.map(({ name, suggested }) => [name, suggested])).toEqual([
    ['1月', false],
    ['2月', false],
    ['3月', true],
  ]);
  expect(sheets[1]?.note?.zh).toContain('4个相同编号');
});
