import { expect, test } from 'vitest';
import { spansOf } from './spans.ts';

test('a title merged over the sheet is one cell again, empty cells stay apart, and short rows are filled up', () => {
  expect(spansOf(['清单', '清单', '清单'], 3)).toEqual([{ text: '清单', from: 0, columns: 3 }]);
  expect(spansOf(['序号', '整改要求', '整改要求', '', ''], 6)).toEqual([
    { text: '序号', from: 0, columns: 1 },
    { text: '整改要求', from: 1, columns: 2 },
    { text: '', from: 3, columns: 1 },
    { text: '', from: 4, columns: 1 },
    { text: '', from: 5, columns: 1 },
  ]);
});
