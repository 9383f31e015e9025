import type { Actor } from '../access/index.ts';
import {
  decideEdition,
  editionOffers,
  evolveEdition,
  formingOf,
  noEdition,
  type Edition,
  type EditionAsk,
  type EditionEvent,
  type EditionOffer,
  type Member,
} from '../edition/index.ts';
import type { Law } from '../procedure/index.ts';
import { sittersOf } from '../story/cast.ts';
import type { PlainDate } from '../time/index.ts';
import { pick } from './case-values.ts';
import { rulable } from './complete.ts';
import { underLaw } from './pack-people.ts';

/** A list with the log it was written from. */
export type EditionFile = { readonly edition: Edition; readonly log: readonly EditionEvent[] };
/** What somebody tries with a list. */
export type EditionTry = { readonly ask: EditionAsk; readonly by: Actor; readonly offer: EditionOffer | null };

const member = (id: string): Member => ({
  id,
  number: `T-${id}`,
  title: `${id}号场坑洼`,
  description: '',
  place: '',
  township: null,
  field: null,
  facts: {},
  proposedHolder: null,
});

/** The refusal of this ask, or null when it is accepted. */
export function editionRefusal({ edition }: EditionFile, { ask, by }: EditionTry, on: PlainDate, law: Law) {
  const decision = decideEdition({ ...ask, by, on }, edition, law);
  return 'refused' in decision ? decision.refused : null;
}

/** The list after this try; the same list where it is refused. */
export function editionAfter(
  { edition, log }: EditionFile,
  { ask, by }: EditionTry,
  on: PlainDate,
  law: Law,
): EditionFile {
  const decision = decideEdition({ ...ask, by, on }, edition, law);
  if ('refused' in decision) return { edition, log };
  return { edition: decision.events.reduce(evolveEdition, edition), log: [...log, ...decision.events] };
}

const formers = (edition: Edition, law: Law, on: PlainDate): readonly Actor[] =>
  sittersOf(formingOf(law)!.procedure.routes[0]!.steps[0]!.by, edition, { law, on });

/** A list of two, formed by whoever forms it. */
export function formedUnder(law: Law, on: PlainDate): EditionFile {
  const ask = { type: 'FormEdition', no: 1, title: '第一版', members: [member('1'), member('2')] } as const;
  return editionAfter(
    { edition: noEdition, log: [] },
    { ask, by: formers(noEdition, law, on)[0]!, offer: null },
    on,
    law,
  );
}

/** What is tried with it at this move: its members are changed, or something of what people have in hand or not is done. */
export function triedEdition({ edition }: EditionFile, which: number, on: PlainDate, law: Law): EditionTry {
  const by = pick(formers(edition, law, on), which);
  if (which % 7 === 6)
    return { ask: { type: 'ChangeMembers', add: [member(`m${which}`)], remove: [] }, by, offer: null };
  const all = underLaw(law)
    .people(edition, on)
    .flatMap((one) => editionOffers(edition, one, law, on).map((offer) => ({ by: one, offer })));
  const open = all.filter(({ offer }) => offer.obstacle === null);
  const found = pick(which % 2 && open.length > 0 ? open : all, which);
  return found
    ? { ...found, ask: completed(found.offer, which) }
    : { ask: { type: 'TakeStep', task: '' }, by, offer: null };
}

function completed({ type, target, seen, needs, clause }: EditionOffer, serial: number): EditionAsk {
  const reason = '演示理由';
  switch (type) {
    case 'TakeStep':
      return { type, task: target!, ...(seen ? { seen: seen.digest } : {}) };
    case 'ReturnStep':
      return { type, task: target!, to: pick(needs.returnsTo, serial)?.step ?? '', reason, becauseOf: clause! };
    case 'RuleQuestion':
      return { type, question: target!, choice: pick(rulable(needs), serial).id, reason, scope: 'dossier' };
    case 'EndRuling':
      return { type, question: target!, reason };
    case 'NoteDays':
      return { type, task: target! };
  }
}

/** From here on to its consent by whoever has it. @throws where nobody goes on */
export function editionToItsEnd(from: EditionFile, on: PlainDate, law: Law): EditionFile {
  let now = from;
  for (let steps = 0; now.edition.stage !== 'consented'; steps += 1) {
    const found = underLaw(law)
      .people(now.edition, on)
      .flatMap((by) => editionOffers(now.edition, by, law, on).map((offer) => ({ by, offer })))
      .find(({ offer: { type, obstacle } }) => (type === 'TakeStep' || type === 'RuleQuestion') && obstacle === null);
    if (!found || steps > 60) throw new Error(`nobody goes on with the list at ${now.edition.stage}`);
    now = editionAfter(now, { ...found, ask: completed(found.offer, 0) }, on, law);
  }
  return now;
}
