import { club, mend } from './club.ts';

// what a court is looked at for: the club's own kind of dossier

export const where = { id: 'where', label: '何处', type: 'place', required: true };

/** A kind that compiles, with what a test tries put in. */
export const visit = (more: object = {}): object => ({
  id: 'visit',
  title: { zh: '巡场', en: 'Visit' },
  clause: '§1',
  number: '巡-{year}-{serial:3}',
  sheet: [where],
  'title-of': '{where:20}',
  flow: [{ run: 'plan', begins: 'opened' }],
  stages: [{ id: 'open', title: '进行中', from: 'opened' }],
  ...more,
});

/** The club's rules with kinds, and whatever else a test puts in. */
export const clubOf = (kinds: readonly object[], more: object = {}) => club([mend], undefined, { kinds, ...more });
