import type { SheetField } from '../policy/index.ts';
import { text } from './words.ts';

const label = (zh: string) => text(zh);
const values = (...ids: readonly string[]) => ids.map((id) => ({ id, label: label(id) }));

/** A field that nobody must fill and that is no secret, unless the test says otherwise. */
const field = (id: string, type: SheetField['type'], more: Partial<SheetField> = {}): SheetField => ({
  id,
  label: label(id),
  type,
  required: false,
  personal: false,
  ...more,
});

/** What a member suggests: a field of every type that a sheet may have. */
export const suggestionSheet: readonly SheetField[] = [
  field('what', 'text', { longest: 60, required: true }),
  field('about', 'choice', { values: values('court', 'bar') }),
  field('weight', 'number', { decimals: 1, atLeast: 0.5, atMost: 40 }),
  field('cost', 'money', { atMost: 1_000_000 }),
  field('since', 'day'),
  field('seen-at', 'instant'),
  field('urgent', 'yes-no'),
  field('wishes', 'choices', { values: values('shade', 'water', 'light') }),
  field('team', 'unit', { among: ['team'] }),
  field('asked', 'units', { among: ['department'], longest: 2 }),
  field('keeper', 'person'),
  field('coach', 'person', { among: ['team'] }),
  field('member', 'named-person', { personal: true }),
  field('where', 'place', { required: { when: { fact: 'about', oneOf: ['court'] } } }),
  field('drawings', 'files', { longest: 2 }),
  field('earlier', 'reference', { kind: 'suggestion' }),
  field('items', 'rows', {
    longest: 3,
    columns: [field('thing', 'text', { longest: 20, required: true }), field('pieces', 'number', { atLeast: 1 })],
  }),
  field('votes', 'figure', { figure: 'votes' }),
  field('verdict', 'choice', { values: values('good', 'bad', 'odd'), required: true, by: 'weighing/weigh' }),
  field('answered-on', 'day', { required: true }),
  field('share', 'number', { atLeast: 1, atMost: 100, required: true }),
];

/** What stands in a locker, and whose it is. */
export const lockerSheet: readonly SheetField[] = [
  field('title', 'text', { longest: 60, required: true }),
  field('team', 'unit', { among: ['team'] }),
];
