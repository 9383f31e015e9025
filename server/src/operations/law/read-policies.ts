import { confirmsRulings, rulingsConfirmable, type Keeper } from '@bihuan/core/person';
import {
  conditionText,
  explain,
  explainStep,
  joinedSeats,
  officeText,
  svg,
  type Explanation,
  type Facts,
  type Pack,
  type StepExplained,
  FIELD,
  factsAsked,
  matchable,
  readAnew,
  readingNo,
  type Policy,
} from '@bihuan/core/policy';
import type { Problem } from '@bihuan/core/problem';
import { unknownFacts } from '@bihuan/core/publication';
import { successorsOf } from '../../law-book.ts';
import type { Services } from '../../services.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { confirmedRulings, findPublished, publishedEditions } from '../../store/policies.ts';
import { problemsById } from '../../store/problems.ts';
import { presentLaw } from './present-law.ts';
import { readingsOf } from '../readings/of-edition.ts';
import type { LocatedFault } from './publish-policy.ts';

/** Editions, the newest first. */
export async function readPolicies(services: Services) {
  const current = presentLaw(services)?.policy.edition;
  const rows = await publishedEditions(services.db, services.region);
  const policies = rows.map(({ edition }) => services.law(edition).policy);
  const later = (own: Policy): string | null => policies.find((other) => readAnew(own, other))?.edition ?? null;
  return rows.map(({ edition, title, in_force_from: inForceFrom, published_on: publishedOn, digest }, at) => ({
    edition,
    title,
    inForceFrom,
    publishedOn,
    digest,
    current: edition === current,
    reading: readingNo(policies[at]!),
    later: later(policies[at]!),
  }));
}

/** One edition with its routes said and drawn, its faults and its rulings; null when it was never published. */
export async function readPolicy(services: Services, by: Keeper, edition: string) {
  const { db, region, law, today } = services;
  const published = await findPublished(db, region, edition);
  if (!published) return null;
  const { policy } = law(edition);
  const present = law();
  const confirmed = new Map((await confirmedRulings(db, region, edition)).map((row) => [row.ruling, row]));
  return {
    digest: published.digest,
    publishedOn: published.published_on,
    current: present.policy.edition === edition,
    confirms: confirmsRulings(by, law(edition), today()),
    confirmable: rulingsConfirmable(law(edition), today()),
    ...(await readingsOf(services, edition)),
    policy: words(packOf(services, edition)),
    procedures: proceduresOf(packOf(services, edition)),
    successors: successorsOf(published).map(({ unit, unitName, successor, successorName, from, reason }) => ({
      unit,
      unitName,
      successor,
      successorName,
      from,
      reason,
    })),
    faults: JSON.parse(published.faults) as LocatedFault[], // what `publishPolicy` wrote, and the table is append-only
    rulings: policy.rulings.map(({ settles, prefers, ...ruling }) => {
      const row = confirmed.get(ruling.id);
      return {
        ...ruling,
        settles: settles.map(({ kind, about }) => ({ kind, about: about ?? [] })),
        prefers: prefers ?? [],
        confirmedBy: row?.confirmed_by ?? null,
        confirmedOn: row?.confirmed_on ?? null,
        note: row?.note ?? null,
      };
    }),
  };
}

/** An edition as the core explains it: with today's units, without its examples. */
function packOf({ law }: Services, edition: string): Pack {
  const { policy, units } = law(edition);
  return { policy, units, examples: [] };
}

function words(pack: Pack) {
  const { edition, title, region, inForceFrom, source, clauses, posts, fields, evidenceKinds, caseRoles, topics } =
    pack.policy;
  return {
    edition,
    title,
    region,
    inForceFrom,
    source,
    posts,
    evidenceKinds: evidenceKinds.map(({ id, label }) => ({ id, label })),
    caseRoles: caseRoles.map(({ required, ...role }) => ({ ...role, required: required === true })),
    clauses: clauses.map(({ id, text, law }) => ({ id, text, law: law ?? null })),
    facts: triable(pack.policy).map(({ id, label, open, values }) => ({ id, label, open, values })),
    fields: fields.map(({ id, label, clause, inCharge, ruling }) => ({
      id,
      label,
      clause,
      inCharge: officeText(pack, inCharge),
      ruling: ruling ?? null,
    })),
    topics: topics.map(({ topic, silent, ruling }) => ({ topic, silent, ruling: ruling ?? null })),
  };
}

/** Facts to try the rules with; the field only where a rule asks about it. */
const triable = (policy: Pack['policy']) =>
  matchable(policy).filter(({ id }) => id !== FIELD || factsAsked(policy).has(FIELD));

function proceduresOf(pack: Pack) {
  return pack.policy.procedures.map(({ id, title, clause, routes }) => ({
    id,
    title,
    clause,
    routes: routes.map((route) => ({
      id: route.id,
      title: route.title,
      clause: route.clause,
      ruling: route.ruling ?? null,
      when: conditionText(pack.policy, route.when),
      steps: route.steps.map((step) => withJoined(explainStep(step, route, pack))),
      svg: svg(route, pack),
    })),
  }));
}

const withJoined = (step: StepExplained) => ({ ...step, joined: joinedSeats(step.seats, step.together) });

/** Facts in, routes out; null when the edition was never published. */
export async function explainFacts(services: Services, edition: string, facts: Facts) {
  if (!(await findPublished(services.db, services.region, edition))) return null;
  const unknown = unknownFacts(facts, services.law(edition).policy);
  return unknown.length > 0 ? { unknown } : explained(services, edition, facts);
}

/** Why this problem goes the way it goes, under the edition it keeps; null when there is no such problem. */
export async function explainProblem(services: Services, problem: string) {
  const { db, region } = services;
  const [row] = await problemsById(db, region, [problem]);
  const standing = row ? await findDossier<Problem>(db, region, problem) : null;
  return standing && explained(services, standing.state.policy, standing.state.facts);
}

function explained(services: Services, edition: string, facts: Facts) {
  const explanation = explain(packOf(services, edition), facts);
  return { ...explanation, plan: joinedRoute(explanation.plan), acceptance: joinedRoute(explanation.acceptance) };
}

function joinedRoute(route: Explanation['plan']) {
  return route.id === null ? route : { ...route, steps: route.steps.map(withJoined) };
}
