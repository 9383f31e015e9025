import { expect, test } from 'vitest';
import type { SheetField } from './field.ts';
import { formFields } from './form-fields.ts';

const field = (id: string, type: SheetField['type'] = 'text'): SheetField => ({
  id,
  type,
  label: { zh: id },
  required: false,
  personal: false,
});
const sheet = [field('what'), field('open', 'figure'), field('cost', 'money')];

test('a form shows what it writes and what is counted between it, in the order of the sheet', () => {
  expect(formFields(sheet, ['cost']).map(({ id }) => id)).toEqual(['open', 'cost']);
});

test('a form that writes nothing shows nothing', () => {
  expect(formFields(sheet, [])).toEqual([]);
});
