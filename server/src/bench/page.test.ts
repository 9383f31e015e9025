import { expect, test } from 'vitest';
import { measurePage } from './page.ts';

/** What is sent for a first visit, as the build compressed it; nothing here is timed. */
test('the sign-in page and every page of the office are within what a first visit may weigh', () => {
  const figures = measurePage();
  const heavy = figures.filter(({ value, target }) => target?.at !== 'most' || value > target.value);
  expect(heavy.map(({ what, value }) => `${what}: ${value.toFixed(0)} kB`)).toEqual([]);
  // as a control: what was weighed are whole pages, and the measure can fail
  expect(figures.length).toBeGreaterThanOrEqual(6);
  for (const { value } of figures) expect(value).toBeGreaterThan(200);
}, 300_000); // a busy machine builds slowly
