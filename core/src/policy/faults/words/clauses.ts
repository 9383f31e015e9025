import type { ClauseId } from '../../model.ts';
import { sayingsOf } from '../../sayings.ts';
import { placedLimits } from '../limits/placed.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';

type Citation = {
  readonly clause: ClauseId;
  readonly file: Found['file'];
  readonly path: Found['path'];
  readonly by: string;
};

/** Clauses that are cited and not declared, or left empty. */
export const clausesMissing: Finder = (survey) => {
  const known = new Set(survey.pack.policy.clauses.map((clause) => clause.id));
  return citations(survey)
    .filter(({ clause }) => !known.has(clause))
    .map(({ clause, file, path, by }) => ({
      kind: 'clause-missing',
      file,
      path,
      clauses: clause === '' ? [] : [clause],
      facts: [],
      about: clause === '' ? [by] : [by, clause],
      text:
        clause === ''
          ? { zh: `“${by}”没有写明依据的条款`, en: `"${by}" names no clause` }
          : { zh: `“${by}”依据的条款 ${clause} 没有列出`, en: `"${by}" cites clause ${clause}, which is not declared` },
    }));
};

function citations(survey: Survey): readonly Citation[] {
  return [
    ...inProcedures(survey),
    ...inLimits(survey),
    ...inVocabulary(survey),
    ...inKinds(survey),
    ...inRulings(survey),
  ];
}

const cited = (clause: ClauseId, path: Found['path'], by: string): Citation => ({ clause, file: 'policy', path, by });

/** Taken over from around it, a clause that is missing there is told there and only once. */
const own = (clause: ClauseId, around: ClauseId, path: Found['path'], by: string): readonly Citation[] =>
  clause === around ? [] : [cited(clause, path, by)];

function inProcedures({ pack, roads, stands }: Survey): readonly Citation[] {
  return [
    ...pack.policy.procedures.map((procedure, p) => cited(procedure.clause, ['procedures', p, 'clause'], procedure.id)),
    ...roads.map(({ route, path }) => cited(route.clause, [...path, 'clause'], route.id)),
    ...stands.flatMap(({ step, road, path }) => [
      ...own(step.clause, road.route.clause, [...path, 'clause'], `${road.route.id} / ${step.id}`),
      ...step.copies.flatMap((copy, c) =>
        own(copy.clause, step.clause, [...path, 'copies', c, 'clause'], `${road.route.id} / ${step.id} / ${copy.id}`),
      ),
    ]),
  ];
}

function inLimits(survey: Survey): readonly Citation[] {
  const duties = survey.pack.policy.duties;
  return placedLimits(survey).flatMap(({ limit, path, stand, about: [first] }) => [
    ...own(
      limit.clause,
      stand?.step.clause ?? duties.find((duty) => duty.id === first)?.clause ?? limit.clause,
      [...path, 'clause'],
      limit.id,
    ),
    ...(limit.extension ? [cited(limit.extension.clause, [...path, 'extension', 'clause'], limit.id)] : []),
    ...(limit.pause ? [cited(limit.pause.clause, [...path, 'pause', 'clause'], limit.id)] : []),
  ]);
}

function inVocabulary({ pack: { policy, examples, stories = [] } }: Survey): readonly Citation[] {
  return [
    ...policy.fields.map((field, f) => cited(field.clause, ['fields', f, 'clause'], field.id)),
    ...policy.caseRoles.map((part, p) => cited(part.clause, ['caseRoles', p, 'clause'], part.id)),
    ...policy.duties.map((duty, d) => cited(duty.clause, ['duties', d, 'clause'], duty.id)),
    ...Object.entries(policy.acts).map(([id, act]) => cited(act.clause, ['acts', id, 'clause'], id)),
    ...examples.map((example, e): Citation => ({
      clause: example.clause,
      file: 'examples',
      path: ['examples', example.at ?? e, 'clause'],
      by: example.name,
    })),
    ...stories.map((story): Citation => ({
      clause: story.clause,
      file: 'examples',
      path: ['examples', story.at, 'clause'],
      by: story.name,
    })),
  ];
}

/** What kinds say of themselves; an edition from before kinds has none of its own. */
const inKinds = ({ said: { policy } }: Survey): readonly Citation[] =>
  sayingsOf(policy).flatMap(({ path, name, clause }) =>
    path[0] === 'kinds' && clause !== null ? [cited(clause, [...path, 'clause'], name.join(' / '))] : [],
  );

function inRulings({ pack: { policy } }: Survey): readonly Citation[] {
  return policy.rulings.flatMap((ruling, r) => {
    const path = ['rulings', r, 'clauses'];
    if (ruling.clauses.length === 0) return [cited('', path, ruling.id)];
    return ruling.clauses.map((clause, c) => cited(clause, [...path, c], ruling.id));
  });
}
