import type { Actor } from '@bihuan/core/access';
import { confirmsRulings } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { openQuestions, rulingsMade, usesOfRulings, type QuestionRow } from '../../store/questions.ts';
import { presentLaw } from '../law/present-law.ts';
import { seatsReading } from '../dossiers/reading.ts';

/** How many open questions, and how many uses of a ruling, are shown at a time. */
const SHOWN = 200;

/**
 * Points that plans leave open and dossiers have reached, and the rulings that answer whoever comes to them: for everybody who
 * reads the rules. A dossier that is not this person's to read is named nowhere; that a ruling was used there is counted.
 */
export async function readQuestions(services: Services, by: Actor) {
  const { db, region, law, today } = services;
  const seats = seatsReading(services, by);
  const [open, made, uses] = await Promise.all([
    openQuestions(db, region, seats, SHOWN + 1),
    rulingsMade(db, region, seats),
    usesOfRulings(db, region, seats, SHOWN),
  ]);
  const used = Map.groupBy(uses, (row) => row.made);
  const present = presentLaw(services);
  return {
    rules: present !== null && confirmsRulings({ actor: by, administrator: false }, present, today()),
    open: open.slice(0, SHOWN).map((row) => ({
      ...row.said,
      ...whereOf(row),
      id: row.id,
      policy: row.policy,
      askedOn: row.asked_on,
      known: law(row.policy).answers?.[row.key] !== undefined,
    })),
    more: open.length > SHOWN,
    rulings: made.map(({ ruling, ...row }) => ({
      ...ruling,
      ...row.said,
      id: row.id,
      policy: row.policy,
      endedOn: ruling.endedOn ?? null,
      made: row.readable ? whereOf(row) : null,
      uses: row.uses,
      used: (used.get(`${row.dossier} ${row.id}`) ?? []).map(whereOf),
    })),
  };
}

const whereOf = ({ dossier, kind, number, subject }: Pick<QuestionRow, 'dossier' | 'kind' | 'number' | 'subject'>) => ({
  dossier,
  kind,
  number,
  subject,
});
