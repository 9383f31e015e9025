import { expect, test } from 'vitest';
import { caseAfter, caseEvents, caseRefusal, suggested } from '../testing/case-story.ts';
import { caseChoices } from '../testing/case-values.ts';
import { caseTaken, caseTaking, caseWalk, closed, openAt } from '../testing/case-walk.ts';
import { chief, clerk, holderOf } from '../testing/index.ts';

const { file: answering, on } = caseWalk(suggested(), openAt('refusing/answer'), {
  choices: { ...caseChoices, verdict: 'bad' },
});
const answered = caseTaken(answering, 'refusing/answer', chief, {}, { on });

test('a paper is addressed to one office and copied to another for the record: two things', () => {
  expect(caseEvents(answered, 'CopyFiled').map(({ copy }) => [copy.unit, copy.addressed ?? false, copy.state])).toEqual(
    [
      ['press', true, 'owed'],
      ['league', false, 'owed'],
    ],
  );
});

test('a written paper needs its number and day', () => {
  const ask = caseTaking(answering, 'refusing/answer', chief, { document: undefined }, { on });
  expect(caseRefusal(answering, ask, { by: chief, on })).toMatchObject({
    faults: [{ field: 'document', code: 'required' }],
  });
});

test('what goes to an office outside is sent on paper, entered once and after the closing too', () => {
  const [owed] = answered.dossier.copies;
  expect(answered.dossier.closedOn).toBe(on);
  const sent = { type: 'RecordCopySent', copy: owed!.id, document: { number: '会〔2030〕2号', date: on } } as const;
  const after = caseAfter(answered, sent, { by: clerk, on });

  expect(after.dossier.copies).toMatchObject([{ state: 'sent' }, { state: 'owed' }]);
  expect(caseRefusal(after, sent, { by: clerk, on })).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

test('what is filed with an office of this house is read there and by nobody else', () => {
  const { file, on: day } = caseWalk(suggested(), closed);
  const [filed] = file.dossier.copies;
  expect(filed).toMatchObject({ unit: 'archive', state: 'filed' });
  const read = { type: 'AcknowledgeCopy', copy: filed!.id } as const;

  expect(caseRefusal(file, read, { by: clerk, on: day })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  const after = caseAfter(file, read, { by: holderOf('archive/clerk'), on: day });
  expect(after.dossier.copies).toMatchObject([{ state: 'read' }]);
});
