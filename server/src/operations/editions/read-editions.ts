import { unitName, type Actor } from '@bihuan/core/access';
import {
  editionDigest,
  editionOffers,
  factsOfMember,
  formingOf,
  noEdition,
  passToEdition,
  type Edition,
  type EditionEvent,
} from '@bihuan/core/edition';
import type { Kind } from '@bihuan/core/policy';
import { kindOn, type Law } from '@bihuan/core/procedure';
import { staffed } from '../dossiers/staffed.ts';
import { asidesOf, type Asides } from '../people/asides.ts';
import type { Services } from '../../services.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { listEditions, problemsOfEdition } from '../../store/editions.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { questionViews } from '../questions/view.ts';
import { runView } from '../dossiers/run-view.ts';
import { stageTitle } from '../dossiers/stage-title.ts';

type Row = Awaited<ReturnType<typeof listEditions>>[number];

const rowView = (row: Row) => ({
  id: row.id,
  no: row.no,
  title: row.title,
  stage: row.stage as 'forming' | 'submitted' | 'consented', // the table checks it
  size: row.size,
  handedOver: row.handed_over,
  digest: row.digest,
  formedOn: row.formed_on,
  consentedOn: row.consented_on,
});

type Standing = Awaited<ReturnType<typeof problemsOfEdition>>[number];

const standingOf = ({ stage, holder_name, person, handed_over_on }: Standing, kind: Kind | null) => ({
  stage,
  stageTitle: stageTitle(kind, stage),
  holderName: holder_name,
  person,
  handedOverOn: handed_over_on,
});

/** Editions of 一张表, newest first, and whether this person may form the next. */
export async function readEditions({ db, region, law, today }: Services, by: Actor) {
  const editions = (await listEditions(db, region)).map(rowView);
  const present = law();
  const pass = passToEdition(noEdition, { type: 'FormEdition' }, by, present, today());
  const clause = formingOf(present)?.procedure.clause ?? '';
  return { editions, clause, obstacle: 'obstacle' in pass ? pass.obstacle : null };
}

/** One edition with its problems as it shows them, or null. */
export async function readEdition(services: Services, id: string, by: Actor) {
  const { db, region, today } = services;
  const standing = await findDossier<Edition>(db, region, id);
  const [row] = await listEditions(db, region, id);
  if (!standing || !row) return null;
  const { state: edition, version } = standing;
  const law = services.law(edition.policy);
  const kind = kindOn(services.law(), 'problem');
  const problems = await problemsOfEdition(db, region, id);
  const now = new Map(problems.map((each) => [each.id, standingOf(each, kind)]));
  const log = (await eventsOf(db, region, id)).map((link) => bodyOf<EditionEvent>(link.body));
  const name = (unit: string | null) => (unit === null ? null : unitName(law.units, unit, today()));
  return {
    row: rowView(row),
    version,
    policy: edition.policy,
    clause: formingOf(law)?.procedure.clause ?? '',
    digest: editionDigest(edition, law),
    agreedUnder: edition.agreedUnder,
    members: edition.members.map((member) => ({
      ...member,
      facts: factsOfMember(member),
      townshipName: name(member.township),
      proposedHolderName: name(member.proposedHolder),
      now: now.get(member.id) ?? null,
    })),
    run: runOf(edition, law, log, await asidesOf(services, log)),
    tasks: await staffed(services, edition.tasks),
    questions: questionViews(edition, law),
    mayChange: 'posting' in passToEdition(edition, { type: 'ChangeMembers' }, by, law, today()),
    offers: editionOffers(edition, by, law, today()),
  };
}

/** The run by which the list is formed and agreed to, or null before it has begun. */
function runOf(edition: Edition, law: Law, log: readonly EditionEvent[], asides: Asides) {
  const run = edition.runs[formingOf(law)?.stretch.run ?? ''];
  return run ? runView(run, law, log, { asides }) : null;
}
