import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { bodyOf } from './entered.ts';

test('what a list says of a problem goes along with the registration', () => {
  const body = bodyOf(
    {
      title: '某沟污水直排',
      date: dayjs('2026-12-31'),
      longTerm: true,
      holder: 'youwang',
      person: '张三',
      measures: '1.清淤',
      supervising: ' ',
      sources: [{ list: '某清单', number: '3', date: dayjs('2026-11-01') }, {}],
      files: [{ id: 'f', name: '图.png', kind: 'before-photo' }],
    },
    { other: '两处排口' },
  );

  expect(body.basics).toMatchObject({
    deadline: { date: '2026-12-31', longTerm: true, raw: '2026-12-31，长期坚持' },
    proposed: { holder: 'youwang', lead: null, person: '张三' },
  });
  expect(body.carried).toEqual({ measures: '1.清淤' });
  expect(body.sources).toEqual([{ list: '某清单', number: '3', date: '2026-11-01' }]);
  expect(body.files).toEqual([{ file: 'f', kind: 'before-photo', takenOn: null, note: '' }]);
  expect(body.apart).toEqual([{ dossier: 'other', reason: '两处排口' }]);
});

test('a line of a source that was begun is sent as it is, and nothing that was not entered', () => {
  const body = bodyOf(
    { title: '某沟', facts: { origin: 'city', severity: undefined }, sources: [{ number: '3' }] },
    {},
  );

  expect(body.basics.deadline).toBeNull();
  expect(body.facts).toEqual({ origin: 'city' });
  expect(body.sources).toEqual([{ list: '', number: '3', date: null }]);
  expect(body).not.toHaveProperty('number');
});
