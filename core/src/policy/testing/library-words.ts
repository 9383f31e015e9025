import type { Limit, Seat, Step, Text } from '../model.ts';

/** Chinese wording with an English of its own. */
export const text = (zh: string): Text => ({ zh, en: `(${zh})` });

/** `desk/head` as a seat. */
export function seat(said: string): Seat {
  const [role = '', post = '*'] = said.split('/');
  return { role, post };
}

/** A step that does one thing, by seats such as `desk/head`. */
export function step(id: string, what: Step['do'], by: string, more: Partial<Step> = {}): Step {
  return {
    id,
    do: what,
    title: text(id),
    clause: '§3',
    by: [seat(by)],
    together: 'any',
    coSign: [],
    limits: [],
    silent: false,
    copies: [],
    evidence: [],
    settles: [],
    returnsTo: [],
    closes: false,
    ...more,
  };
}

/** A limit of so many working days. */
export function working(id: string, days: number, from: Limit['from'], more: Partial<Limit> = {}): Limit {
  return {
    id,
    title: text(id),
    clause: '§3',
    from,
    term: { count: 'working', days, startCounted: false, roll: 'none' },
    ...more,
  };
}
