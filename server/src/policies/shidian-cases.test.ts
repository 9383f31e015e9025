import { theCalendar } from '@bihuan/core/access';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { caseFile, holding, lawOf } from '../testing/case-file.ts';
import { shidian } from '../testing/shidian.ts';

const law = lawOf(shidian);
const day = (text: string) => plainDate(`2026-${text}`);
const at = (unit: string, post: string) => holding(law, unit, post);
const paper = (number: string, on: string) => ({ document: { number, date: day(on) } });
const part = (unit: string) => ({ unit, unitName: '', person: null });
const push = (post: string) => at('county-push-office', post);

const owed = (unit: string) => {
  const file = caseFile(law);
  file.ask(theCalendar, day('03-01'), {
    type: 'OpenCase',
    kind: 'liaison-return',
    number: '联络-2026-001',
    values: {},
    parts: { 'case.filer': [part(unit)] },
    owed: { duty: 'liaisons', period: '2026-03-31', unit, field: null, due: day('03-31'), openedLate: false },
  });
  return file;
};
const liaisons = {
  values: {
    leader: { name: '（演示）赵某' },
    section: '办公室',
    head: { name: '（演示）钱某', phone: '0875-0000000' },
  },
};

test('a township names its two liaisons, and its main leader settles it', () => {
  const file = owed('yaoguan');
  expect(file.now()).toMatchObject({ stage: 'owed', title: '明确联络员 2026-03-31 姚关镇' });
  file.take('name', day('03-20'), liaisons);
  file.take('settle', day('03-24'));

  expect(file.now()).toMatchObject({ stage: 'closed', closedOn: '2026-03-24', title: '明确联络员 2026-03-31 姚关镇' });
});

test('naming nobody is no return: two names are asked for, and nothing to report is not an answer', () => {
  const file = owed('yaoguan');
  const [task] = file.now().tasks;

  expect(file.refusal(at('yaoguan', 'handler'), day('03-20'), { type: 'TakeStep', task: task!.id, values: {} })).toBe(
    'bad-input',
  );
  expect(file.refusal(at('yaoguan', 'handler'), day('03-20'), { type: 'FileNil' })).toBe('silent');
});

test('for the police, who do not work here, the push office enters the return with its paper', () => {
  const file = owed('county-police');
  const scan = { scan: 'f1', scanned: { name: '演示.pdf', digest: 'd' } };
  const recorded = {
    recorded: { unitName: '县公安局', document: { number: '演示〔2026〕1号', date: day('03-18'), ...scan } },
  };
  file.take('name', day('03-20'), { ...liaisons, ...recorded });
  file.take('settle', day('03-20'), recorded);

  // entered on the 20th; the paper of the 18th is the day that counts
  expect(file.now().milestones['closed']).toMatchObject({ day: '2026-03-18', on: '2026-03-20' });
});

const formed = () => {
  const file = caseFile(law);
  file.ask(push('handler'), day('04-01'), {
    type: 'OpenCase',
    kind: 'task-force',
    number: '专班-2026-01',
    values: { name: '（演示）环境执法专班', purpose: '案件侦办' },
    parts: { 'case.seconding': [part('county-police'), part('county-ecology')] },
  });
  const members = [
    { who: { name: '（演示）孙某' }, unit: 'county-police', since: '2026-04-10' },
    { who: { name: '（演示）李某' }, unit: 'county-ecology', since: '2026-04-10' },
  ];
  file.take('propose', day('04-01'), { values: { members } });
  return file;
};

test('a task force is formed by an order, changes whom it has, and ends by another', () => {
  const file = formed();
  file.take('decide', day('04-02'));
  file.take('order', day('04-03'), paper('施推长办〔2026〕演示1号', '04-03'));
  expect(file.now()).toMatchObject({ stage: 'standing' });
  expect(file.now().copies.map(({ to, unit }) => [to, unit])).toEqual([
    ['case.seconding', 'county-police'],
    ['case.seconding', 'county-ecology'],
  ]);

  const members = [{ who: { name: '（演示）李某' }, unit: 'county-ecology', since: '2026-04-10' }];
  file.ask(push('handler'), day('06-01'), {
    type: 'DoAct',
    act: 'change-members',
    text: '孙某返回',
    values: { members },
  });
  file.ask(push('handler'), day('09-01'), { type: 'DoAct', act: 'propose-end', text: '案件已办结' });
  file.take('agree', day('09-02'), { outcome: 'kept' });
  expect(file.now().stage).toBe('standing');

  file.ask(push('handler'), day('10-08'), { type: 'DoAct', act: 'propose-end', text: '任务完成' });
  file.take('agree', day('10-09'), { outcome: 'agreed' });
  const ended = [{ ...members[0], until: '2026-10-10' }];
  file.take('end-order', day('10-10'), {
    ...paper('施推长办〔2026〕演示9号', '10-10'),
    values: { members: ended, 'ended-on': '2026-10-10' },
  });
  expect(file.now()).toMatchObject({ stage: 'closed', closedOn: '2026-10-10', values: { members: ended } });
});

test('a task force without units that second people is not opened, and other units do not find it', () => {
  const open = { type: 'OpenCase', kind: 'task-force', number: '1', values: { name: '甲', purpose: '乙' } } as const;

  expect(caseFile(law).refusal(push('handler'), day('04-01'), open)).toBe('bad-input');
  expect(formed().refusal(at('county-water', 'handler'), day('04-02'), { type: 'Withdraw', reason: '无关' })).toBe(
    'unknown-dossier',
  );
});

test('a viewing is held by whoever opens it, and its leader in charge signs it off', () => {
  const file = caseFile(law);
  file.ask(at('yaoguan', 'handler'), day('05-06'), {
    type: 'OpenCase',
    kind: 'film-viewing',
    number: '观片-2026-001',
    values: { film: '（演示）警示片', level: 'nation', day: '2026-05-08' },
  });
  expect(file.now().parts['case.organiser']).toMatchObject([{ unit: 'yaoguan', unitName: '姚关镇' }]);
  file.take('hold', day('05-08'), {
    values: { attended: [{ unit: 'yaoguan', who: { name: '（演示）周某' } }], decided: '排查河道垃圾' },
  });
  expect(file.now().stage).toBe('held');
  file.take('file', day('05-09'));

  expect(file.now()).toMatchObject({ stage: 'closed', title: '（演示）警示片' });
});
