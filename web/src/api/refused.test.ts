import { expect, test } from 'vitest';
import { Refused, sentences } from './refused.ts';

const t = ((key: string, filled?: object) => (filled ? `${key} ${JSON.stringify(filled)}` : key)) as never; // as much of it as is asked
const malformed = new Refused({
  code: 'invalid-input',
  status: 400,
  title: '提交的内容不符合要求',
  titleEn: 'The input does not fit',
  detail: '不能为空',
  errors: [{ at: 'body/basics/title', message: '不能为空', messageEn: 'must not be empty' }],
});

test.each([
  ['zh', '提交的内容不符合要求', '不能为空'],
  ['en', 'The input does not fit', 'must not be empty'],
])('what does not fit is said once, by its field, in the language on screen: %s', (language, title, wrong) => {
  const said = sentences(malformed, language, t);

  expect(said.title).toBe(title);
  expect(said.details).toHaveLength(1);
  expect(said.details[0]).toContain(wrong);
  expect(said.details[0]).not.toContain('body');
});

test('a refusal without places says its detail', () => {
  const { document } = malformed;
  expect(sentences(new Refused({ ...document, errors: [] }), 'zh', t).details).toEqual(['不能为空']);
});
