import { kindOn, type Law } from '../procedure/index.ts';
import { actRule, leadingPosts, unitsInRole } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Keeper } from './keeper.ts';

/** Pages of the program, in the order of the menu. */
export const pageIds = [
  'workbench',
  'problems',
  'editions',
  'duties',
  'questions',
  'imports',
  'rules',
  'calendar',
  'people',
  'feedback',
] as const;
/** A page by the last part of its address; its name stands under `page.<id>` in the words of the frame. */
export type PageId = (typeof pageIds)[number];

/**
 * The pages this person may use. Who holds no post of the plan (an administrator) has no business with its dossiers; a plan without
 * problems, or without lists of them, has no page for them.
 */
export function pagesFor({ actor, administrator }: Keeper, law: Law | null, on: PlainDate): PageId[] {
  const posted = actor.postings.length > 0;
  const may: Readonly<Record<PageId, boolean>> = {
    workbench: posted,
    problems: posted && (law === null || kindOn(law, 'problem') !== null),
    editions: posted && (law === null || kindOn(law, 'edition') !== null),
    duties: posted && (law?.policy.duties ?? []).some(({ runs }) => runs !== undefined),
    questions: law !== null && confirmsRulings({ actor, administrator }, law, on),
    imports: law !== null && registers(actor.postings, law, on),
    rules: posted || administrator,
    calendar: posted || administrator,
    people: posted || administrator,
    feedback: posted || administrator,
  };
  return pageIds.filter((id) => may[id]);
}

/** Whether one of these posts may enter problems: an import enters many. */
function registers(postings: Keeper['actor']['postings'], law: Law, on: PlainDate): boolean {
  const kind = kindOn(law, 'problem');
  if (kind === null) return false;
  return (actRule('register', law, kind.id)?.by ?? []).some(({ role, post }) => {
    const units = unitsInRole(law.units, role, on).map((unit) => unit.id);
    return postings.some((held) => units.includes(held.unit) && (post === '*' || post === held.post));
  });
}

/** Whether this person speaks for the coordinator, the office that records for units outside: rulings, calendars, 意见建议. */
export function coordinates({ actor }: Keeper, law: Law, on: PlainDate): boolean {
  const units = unitsInRole(law.units, law.policy.recorder.role, on).map((unit) => unit.id);
  return actor.postings.some((held) => units.includes(held.unit));
}

/** Whether this person may say that the county stands by a ruling: a leader of the coordinator. */
export function confirmsRulings(keeper: Keeper, law: Law, on: PlainDate): boolean {
  const leading = leadingPosts(law.policy);
  return coordinators(law, on).some(({ id }) =>
    keeper.actor.postings.some((held) => held.unit === id && leading.includes(held.post)),
  );
}

/** Whether the edition leaves anybody who may: a coordinator with a post that leads. */
export function rulingsConfirmable(law: Law, on: PlainDate): boolean {
  const leading = leadingPosts(law.policy);
  return coordinators(law, on).some(({ posts }) => posts.some((post) => leading.includes(post)));
}

const coordinators = ({ units, policy }: Law, on: PlainDate) => unitsInRole(units, policy.recorder.role, on);
