import type { Hearing } from '../procedure/verbs/index.ts';

const words = '（例）';

/** A tell of another dossier, of which a story knows only that it comes. */
export const hearing = (milestone: string): { readonly type: 'ReachTold' } & Hearing => ({
  type: 'ReachTold',
  milestone,
  from: { how: 'example', dossier: 'example', kind: 'example', number: words, title: words },
});
