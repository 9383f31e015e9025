import { evolveAppearance, plainAppearance, type Appearance, type AppearanceEvent } from '@bihuan/core/appearance';
import {
  evolveCalendar,
  untouchedCalendar,
  type CalendarEvent,
  type CalendarLog,
} from '@bihuan/core/calendar-amendment';
import { emptyBook, evolveBook, type DutyBook, type DutyEvent } from '@bihuan/core/duty';
import { evolveCase, noCase, type Case, type CaseEvent } from '@bihuan/core/case';
import { editionDigest, evolveEdition, noEdition, type Edition, type EditionEvent } from '@bihuan/core/edition';
import { evolvePerson, nobody, type Person, type PersonEvent } from '@bihuan/core/person';
import { absent, evolve, type Problem, type ProblemEvent } from '@bihuan/core/problem';
import { evolvePublication, unpublished, type PublicationEvent, type PublishedEdition } from '@bihuan/core/publication';
import { canonical } from '@bihuan/core/ledger';
import { foldLog } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import type { RowChanges } from '../../store/dossiers/dossiers.ts';
import { personRows } from '../../store/people.ts';
import { caseRows } from '../cases/case-row.ts';
import { editionRows } from '../editions/edition-row.ts';
import type { At, Fold } from './fold.ts';
import { receivedFold } from './received-fold.ts';
import { problemRows } from '../problems/problem-row.ts';
import { fileIds } from '../record/verify-files.ts';

/** A dossier whose events were folded. */
export type Checked = { readonly region: string; readonly id: string; readonly version: number; readonly fold: Fold };

/** Folds a dossier's whole log. @throws when the events are none that this program wrote in this order */
export function foldOf(kind: string, at: At, events: readonly unknown[], law: Services['law']): Fold {
  const fold = foldOfKind(kind, at, events, law);
  const filed = fileIds(events).map((file) => ({ region: at.region, file, dossier: at.id }));
  return { ...fold, rows: { ...fold.rows, filed } };
}

function foldOfKind(kind: string, at: At, events: readonly unknown[], law: Services['law']): Fold {
  switch (kind) {
    case 'problem':
      return problemFold(at, foldLog<Problem, ProblemEvent>(evolve, absent, events as readonly ProblemEvent[]), law); // the log of its kind
    case 'edition':
      return editionFold(
        at,
        foldLog<Edition, EditionEvent>(evolveEdition, noEdition, events as readonly EditionEvent[]),
        law,
      ); // as above
    case 'case':
      return caseFold(at, foldLog<Case, CaseEvent>(evolveCase, noCase, events as readonly CaseEvent[]), law); // as above
    case 'person':
      return personFold(at, (events as readonly PersonEvent[]).reduce<Person>(evolvePerson, nobody)); // as above
    case 'policy':
      return policyFold(at, events as readonly PublicationEvent[]); // as above
    case 'calendar':
      return calendarFold(at, events as readonly CalendarEvent[]); // as above
    case 'appearance':
      return appearanceFold(events as readonly AppearanceEvent[]); // as above
    case 'duty':
      return { state: (events as readonly DutyEvent[]).reduce<DutyBook>(evolveBook, emptyBook), rows: {}, law: {} }; // as above
    case 'file':
    case 'feedback':
    case 'import':
    case 'refusal':
    case 'register':
      return receivedFold(kind, at, events);
    default:
      throw new Error(`no dossier is of kind ${kind}`);
  }
}

function problemFold(at: At, state: Problem, law: Services['law']): Fold {
  const around = { ...at, import: null, law: law(state.policy) };
  const { problem, evidence = [], ...desk } = problemRows(null, state, around);
  const proofs = evidence.map((row) => ({ region: at.region, dossier: at.id, ...row }));
  const rows = { ...deskOf(desk), evidence: proofs };
  return { state, rows: { problem: problem ? [problem] : [], ...rows }, law: {} };
}

function editionFold(at: At, state: Edition, law: Services['law']): Fold {
  const digest = editionDigest(state, { digest: sm3 });
  const { edition, ...desk } = editionRows(noEdition, state, { ...at, digest, law: law(state.policy) });
  return { state, rows: { edition: edition ? [edition] : [], ...deskOf(desk) }, law: {} };
}

/** To-dos, clocks, copies and questions: what stands on the desks of an office. */
const deskOf = ({
  tasks,
  clocks,
  copies,
  questions,
}: Pick<RowChanges, 'tasks' | 'clocks' | 'copies' | 'questions'>) => ({
  task: tasks.put,
  clock: clocks.put,
  copy: copies.put,
  question: questions?.put ?? [],
});

/** A plain dossier's line says what its own edition has of it, so its fold reads that edition. */
function caseFold(at: At, state: Case, law: Services['law']): Fold {
  const rows = caseRows(null, state, { ...at, import: null, law: law(state.policy) });
  const { case: line, return: owed, evidence = [], apart = [] } = rows;
  const proofs = evidence.map((row) => ({ region: at.region, dossier: at.id, ...row }));
  const desk = { ...deskOf(rows), evidence: proofs, personal: apart };
  return { state, rows: { case_file: line ? [line] : [], duty_return: owed ? [owed] : [], ...desk }, law: {} };
}

function personFold({ region, id }: At, state: Person): Fold {
  const { row, held } = personRows(region, id, state);
  return { state, rows: { person: [row], posting: held }, law: {} };
}

function policyFold({ region, id: dossier }: At, events: readonly PublicationEvent[]): Fold {
  const state = events.reduce<PublishedEdition>(evolvePublication, unpublished);
  const { edition } = state;
  const published = events.flatMap((event) => {
    if (event.type !== 'EditionPublished') return [];
    const { title, inForceFrom: in_force_from, digest, on } = event;
    const successors = canonical(event.successors ?? []);
    return [{ region, edition, dossier, title, in_force_from, digest, published_on: on, pack: digest, successors }];
  });
  const confirmed = events.flatMap((event) => {
    if (event.type !== 'RulingConfirmed') return [];
    const { ruling, note, by, on } = event;
    return [{ region, edition, ruling, confirmed_by: `${by.unitName} ${by.name}`, confirmed_on: on, note }];
  });
  return { state, rows: {}, law: { policy: published, confirmed_ruling: confirmed } };
}

function calendarFold({ region }: At, events: readonly CalendarEvent[]): Fold {
  const notices = events.flatMap((event) => {
    if (event.type !== 'NoticeApplied') return [];
    const { no, jurisdiction, year, text, by, on, seen } = event;
    const applied_by = `${by.unitName} ${by.name}`;
    return [{ region, no, jurisdiction, year, yaml: text, applied_on: on, applied_by, impact: seen }];
  });
  const state = events.reduce<CalendarLog>(evolveCalendar, untouchedCalendar);
  const undone = events.flatMap((event) => {
    if (event.type !== 'NoticeUndone') return [];
    const { no, reason, by, on } = event;
    return [{ region, no, undone_on: on, undone_by: `${by.unitName} ${by.name}`, reason }];
  });
  return { state, rows: {}, law: { calendar_amendment: notices, calendar_undone: undone } };
}

function appearanceFold(events: readonly AppearanceEvent[]): Fold {
  return { state: events.reduce<Appearance>(evolveAppearance, plainAppearance), rows: {}, law: {} };
}
