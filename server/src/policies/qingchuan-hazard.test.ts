import { readersOf } from '@bihuan/core/access';
import { plainDate } from '@bihuan/core/time';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../config.ts';
import { caseFile, holding, lawOf, type CaseFile } from '../testing/case-file.ts';
import { readPack } from './read.ts';

const law = lawOf(readPack(path.join(ROOT, 'policies/qingchuan/2026-01-01')).pack!);
const day = (text: string) => plainDate(`2026-${text}`);
const at = (unit: string, post: string) => holding(law, unit, post);
const [inspector, clerk, director] = ['inspector', 'clerk', 'director'].map((post) => at('town-fire', post)) as [
  ReturnType<typeof at>,
  ReturnType<typeof at>,
  ReturnType<typeof at>,
];
const warden = at('bamboo-works', 'warden');
const deputy = at('town-government', 'deputy-mayor');

const opened = (): CaseFile => {
  const file = caseFile(law);
  file.ask(inspector, day('09-28'), {
    type: 'OpenCase',
    kind: 'hazard',
    number: '晴消-2026-0001',
    from: 'round',
    values: {
      what: '（演示）疏散通道堆满竹料',
      where: { words: '竹器厂二车间', township: 'village-laojie' },
      field: 'exits',
    },
  });
  return file;
};

/** Checked on 29 September, graded and put on notice on the 30th. */
function noticed(severity: 'general' | 'major'): CaseFile {
  const file = opened();
  file.take('check', day('09-29'), { outcome: 'hazard', values: { finding: '属实' } });
  file.take('grade', day('09-29'), { values: { severity } });
  file.take('notice', day('09-30'), {
    parts: {
      'case.premises': [{ unit: 'bamboo-works', unitName: '', person: { name: '演示' } }],
      'case.local': [{ unit: 'village-laojie', unitName: '', person: null }],
    },
  });
  return file;
}

const photo = (kind: string, on: string, by = warden) =>
  [
    by,
    day(on),
    {
      type: 'AddEvidence',
      evidence: {
        id: `${kind}/${on}`,
        kind,
        file: `${kind}/${on}`,
        name: `${kind}.jpg`,
        mediaType: 'image/jpeg',
        size: 1,
        digest: `${kind}/${on}`,
        takenOn: day(on),
        note: '',
      },
    },
  ] as const;

const rectified = { values: { done: '已清理', 'done-on': '2026-10-12' } };

/** Put right on 12 October, accepted twice on the 13th, made public from then. */
function published(severity: 'general' | 'major' = 'general'): CaseFile {
  const file = noticed(severity);
  for (const kind of ['before-photo', 'after-photo', ...(severity === 'major' ? ['test-report'] : [])])
    file.ask(...photo(kind, '10-12'));
  file.take('rectify', day('10-12'), rectified);
  file.take('first', day('10-13'));
  file.take('second', day('10-13'));
  return file;
}

test('what is no hazard is ended by the check, with its reason, and nobody else has anything to do in it', () => {
  const file = opened();
  file.take('check', day('09-29'), { outcome: 'none', values: { finding: '已清理，现场通畅' } });

  expect(file.now()).toMatchObject({ stage: 'no-hazard', closedOn: '2026-09-29', tasks: [] });
});

test('a general hazard runs from the round to the deputy mayor’s signature', () => {
  const file = published();
  expect(file.now()).toMatchObject({ stage: 'public', facts: { severity: 'general', field: 'exits' } });
  const rectify = file.now().clocks.find(({ id }) => id === 'general-15');
  expect(rectify).toMatchObject({ start: '2026-09-30', due: '2026-10-27', metOn: '2026-10-12' });

  file.take('publicity', day('10-28'));
  file.take('signature', day('10-29'));

  expect(file.now()).toMatchObject({
    stage: 'closed',
    closedOn: '2026-10-29',
    tasks: [],
    copies: [{ to: 'police.station' }],
  });
});

test('publicity runs its ten working days before anybody signs', () => {
  const file = published();
  const task = file.now().tasks.find(({ step }) => step === 'publicity')!.id;

  // accepted on 13 October, the tenth working day is the 27th
  expect(file.refusal(clerk, day('10-27'), { type: 'TakeStep', task })).toBe('too-early');
  expect(file.refusal(clerk, day('10-28'), { type: 'TakeStep', task })).toBeNull();
});

test('an objection holds the publicity up; upheld, the fire office accepts anew and the days run again', () => {
  const file = published();
  const task = file.now().tasks.find(({ step }) => step === 'publicity')!.id;
  file.ask(clerk, day('10-20'), {
    type: 'RaiseObjection',
    id: 'o1',
    task,
    from: '（演示）竹器厂工人',
    day: day('10-20'),
    text: '二车间后门仍上锁',
  });
  expect(file.refusal(clerk, day('10-28'), { type: 'TakeStep', task })).toBe('objections-open');

  const settles = { type: 'SettleObjection', objection: 'o1', upheld: true, reason: '现场核实属实' } as const;
  // the office whose acceptance is objected to does not settle it
  for (const by of [inspector, director]) expect(file.refusal(by, day('10-21'), settles)).toBe('wrong-seat');
  file.ask(deputy, day('10-21'), settles);
  expect(file.now().tasks).toMatchObject([{ step: 'second', unit: 'town-fire' }]);

  file.take('second', day('10-22'));
  const again = file.now().tasks.find(({ step }) => step === 'publicity')!.id;
  expect(file.refusal(clerk, day('10-30'), { type: 'TakeStep', task: again })).toBe('too-early');
});

test('to whom a failed second acceptance goes back is asked, and the director of the fire office rules', () => {
  const file = noticed('general');
  for (const kind of ['before-photo', 'after-photo']) file.ask(...photo(kind, '10-12'));
  file.take('rectify', day('10-12'), rectified);
  file.take('first', day('10-13'));
  const task = file.now().tasks.find(({ step }) => step === 'second')!.id;
  file.ask(inspector, day('10-14'), {
    type: 'ReturnStep',
    task,
    to: '',
    reason: '后门仍上锁',
    becauseOf: '第8条',
  });
  const [question] = file.now().questions;
  expect(question).toMatchObject({ about: 'where', clauses: ['第8条'] });
  expect(question!.choices.map(({ id }) => id)).toEqual(['rectify', 'first']);
  expect(file.now().tasks.filter((open) => open.question === question!.id)).toMatchObject([
    { unit: 'town-fire', post: 'director' },
  ]);
  const ruling = {
    type: 'RuleQuestion',
    question: question!.id,
    choice: 'rectify',
    reason: '退责任单位',
    scope: 'edition',
  } as const;
  expect(file.refusal(clerk, day('10-14'), ruling)).toBe('wrong-seat');

  file.ask(director, day('10-14'), ruling);
  expect(file.now().tasks).toMatchObject([{ step: 'rectify', round: 2, unit: 'bamboo-works' }]);
  // a new round needs a new photo of the place after the work
  const second = file.now().tasks[0]!.id;
  expect(file.refusal(warden, day('10-15'), { type: 'TakeStep', task: second, ...rectified } as never)).toBe(
    'evidence-missing',
  );
});

test('a major hazard needs a test report, the mayor’s signature and a copy to the county', () => {
  const file = published('major');
  file.take('publicity', day('10-28'));
  file.take('signature', day('10-29'));
  expect(file.now().closedOn).toBeNull(); // the deputy mayor signs along
  file.take('signature', day('10-29'));

  expect(file.now().closedOn).toBe('2026-10-29');
  expect(file.now().copies.map(({ to }) => to)).toEqual(['police.station', 'county.fire']);
});

test('nobody accepts his own: the premises read it, and sign nothing of it', () => {
  const file = noticed('general');
  const readers = readersOf(file.now(), law)!;

  expect(readers).toContain('unit:bamboo-works/*');
  expect(readers).not.toContain('premises/*');
  expect(file.refusal(at('school', 'warden'), day('10-12'), { type: 'Withdraw', reason: '无关' })).toBe(
    'unknown-dossier',
  );
});
