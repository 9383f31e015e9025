import { expect, test } from 'vitest';
import { wishesOf, type BatchRow } from './batch-wishes.ts';

type Offered = BatchRow['offers'][number];
const offered = (type: string, more: object = {}, obstacle: object | null = null): Offered =>
  ({
    offer: { type, target: 't', title: { zh: '签收' }, obstacle },
    do: type === 'TakeStep' ? 'receive' : null,
    part: type === 'TakeStep' ? 'decide' : null,
    together: true,
    ...more,
  }) as Offered; // what the bar reads of an offer
const row = (id: string, ...offers: Offered[]): BatchRow => ({
  id,
  number: id,
  title: id,
  version: 1,
  policy: 'p',
  facts: {},
  usualParts: {},
  offers,
});

test('a verb that none of the chosen problems allows is not offered', () => {
  const blocked = offered('TakeStep', {}, { code: 'wrong-seat' });
  const alone = offered('TakeStep', { together: false, do: 'sign' });

  expect(wishesOf([row('a', blocked), row('b', alone)])).toEqual([]);
});

test('one that some allow is offered for those, and says why of the others', () => {
  const [wish, ...more] = wishesOf([
    row('a', offered('TakeStep')),
    row('b', offered('TakeStep', {}, { code: 'wrong-seat' })),
    row('c'),
  ]);

  expect(more).toEqual([]);
  expect(wish!.on.map(({ row: { id } }) => id)).toEqual(['a']);
  expect(wish!.not.map(({ row: { id }, why }) => [id, why?.code])).toEqual([
    ['b', 'wrong-seat'],
    ['c', undefined],
  ]);
});

test('every copy that is to be sent of a problem goes out, and the steps come first', () => {
  const wishes = wishesOf([
    row('a', offered('RecordCopySent'), offered('RecordCopySent'), offered('Urge'), offered('TakeStep')),
  ]);

  expect(wishes.map(({ type }) => type)).toEqual(['TakeStep', 'Urge', 'RecordCopySent']);
  expect(wishes[2]!.on[0]!.offers).toHaveLength(2);
});
