import type { Impact, SeatOf } from '@bihuan/core/procedure';
import type { TermSpec, Text } from '@bihuan/core/policy';
import { termText } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { dayView } from '../dossiers/clock-view.ts';
import { postName } from '../law/present-law.ts';
import type { ImpactLine } from './impact.ts';

/** A line of the list in the words of the screen: terms and seats said, days with their reasons. */
export function impactView({ law }: Services, line: ImpactLine) {
  const { of: _of, version: _version, clocks, reopened, ...rest } = line;
  const seat = (named: SeatOf) => seatView(named, (post) => postName(law(line.policy), post));
  return {
    ...rest,
    clocks: clocks.map(({ term, days, ...clock }) => ({
      ...clock,
      term: { was: termWords(term.was), now: termWords(term.now) },
      days: days.map(dayView),
    })),
    reopened: reopened.map(({ was, now, ...step }: Impact['reopened'][number]) => ({
      ...step,
      was: was.map(seat),
      now: now.map(seat),
    })),
  };
}

const termWords = (term: TermSpec | null): Text | null =>
  // the plan's own date runs as a fixed day and is counted by nobody
  term === null || term.count === 'plan-date' ? null : { zh: termText(term, 'zh'), en: termText(term, 'en') };

const seatView = ({ role, post, unitName, part }: SeatOf, called: (post: string) => Text) => ({
  role,
  unitName,
  post: called(post),
  part,
});
