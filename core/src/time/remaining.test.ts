import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ONE_YEAR } from './invented-years.ts';
import { addDays, plainDate } from './plain-date.ts';
import { countedProvisionally, light, LIGHT_LIMITS, remaining, type Light } from './remaining.ts';

const DUE = plainDate('2030-05-07'); // a Tuesday after a holiday: worked are 04-29, 04-30, 05-05, 05-06, 05-07

test.each<[string, string, number, number, Light]>([
  ['six working days before it is on time', '2030-04-26', 6, 11, 'green'],
  ['a Saturday worked in return counts', '2030-04-27', 5, 10, 'blue'],
  ['four working days before it is near', '2030-04-29', 4, 8, 'blue'],
  ['three working days before it warns, holidays not counted', '2030-04-30', 3, 7, 'amber'],
  ['in the holiday nothing is lost', '2030-05-03', 3, 4, 'amber'],
  ['on the day itself nothing is left and it is not late', '2030-05-07', 0, 0, 'amber'],
  ['the day after it is overdue', '2030-05-08', -1, -1, 'red'],
])('%s', (_sentence, today, working, natural, colour) => {
  expect(remaining(DUE, plainDate(today), ONE_YEAR)).toEqual({ working, natural });
  expect(light(DUE, plainDate(today), ONE_YEAR)).toBe(colour);
});

test('a clock that fell due on Friday is overdue on Saturday, although no working day has passed', () => {
  const [friday, saturday] = [plainDate('2030-04-19'), plainDate('2030-04-20')];
  expect(remaining(friday, saturday, ONE_YEAR)).toEqual({ working: 0, natural: -1 });
  expect(light(friday, saturday, ONE_YEAR)).toBe('red');
});

test('the light says the same as the days left', () => {
  const offset = fc.integer({ min: -40, max: 400 });
  fc.assert(
    fc.property(offset, offset, (a, b) => {
      const [due, today] = [addDays(plainDate('2030-01-01'), a), addDays(plainDate('2030-01-01'), b)];
      const left = remaining(due, today, ONE_YEAR);
      const colour = light(due, today, ONE_YEAR);

      expect(colour === 'red').toBe(left.natural < 0);
      expect(colour === 'amber').toBe(left.natural >= 0 && left.working <= LIGHT_LIMITS.amber);
      expect(colour === 'green').toBe(left.natural >= 0 && left.working > LIGHT_LIMITS.blue);
    }),
  );
});

test('the count of working days is provisional where a year on the way has no notice, and not before', () => {
  const day = plainDate;
  const calendar = ONE_YEAR;
  expect(countedProvisionally(day('2030-12-27'), day('2030-06-03'), calendar)).toBe(false);
  // the next year's notice may reach back to 28 December, as a due day that falls there says itself
  expect(countedProvisionally(day('2030-12-30'), day('2030-06-03'), calendar)).toBe(true);
  expect(countedProvisionally(day('2031-01-02'), day('2030-06-03'), calendar)).toBe(true);
  expect(countedProvisionally(day('2030-06-03'), day('2031-06-03'), calendar)).toBe(false);
});
