import { FIELD } from '../../matching.ts';
import type { CaseRole, Facts } from '../../model.ts';
import { flowsWith } from '../flow/flow.ts';
import { mustBeFilled } from '../survey/required.ts';
import type { Finder, Flow, Found, Stand, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Parts that decide a step and that nobody may have been named for: then the step is nobody's. */
export const emptyParts: Finder = (survey) =>
  survey.stands.flatMap((stand) =>
    flowsWith(stand.road, survey.flows).flatMap(({ flow }) => emptyAt(stand, flow, survey)),
  );

function emptyAt({ road, step, path }: Stand, flow: Flow, survey: Survey): readonly Found[] {
  const perhaps = step.by.map((seat) => ({ seat, part: mayBeEmpty(seat.role, road.facts, flow, survey) }));
  // of seats of which any may decide one that is surely there is enough
  if (step.together === 'any' && perhaps.some(({ part }) => part === null)) return [];
  const empty = [...new Set(perhaps.flatMap(({ part }) => part ?? []))];
  return empty.map((part) =>
    told('part-empty', [...path, 'by'], {
      clause: step.clause,
      facts: road.facts,
      about: [road.route.id, step.id, part.id, flow.kind.id],
      zh: `${road.route.id} / ${step.id}：由“${part.label.zh}”办理，而“${flow.kind.title.zh}”可以没有这个角色，到这一步就没有人能办`,
      en: `${road.route.id} / ${step.id}: "${part.id}" decides it, and "${flow.kind.id}" may have nobody in that part`,
    }),
  );
}

/** The part of this name, where nobody need play it in such a dossier; null where somebody surely does, or it is an office. */
function mayBeEmpty(role: string, facts: readonly Facts[], flow: Flow, survey: Survey): CaseRole | null {
  const { policy } = survey.pack;
  const part = policy.caseRoles.find(({ id }) => id === role);
  return part && !isPlayed(part, facts, flow, survey) ? part : null;
}

function isPlayed(part: CaseRole, facts: readonly Facts[], flow: Flow, survey: Survey): boolean {
  const { kind } = flow;
  const { duties, caseRoles } = survey.pack.policy;
  if (!kind.parts.includes(part.id)) return false;
  // a return is opened for whoever owes it
  if (duties.some(({ runs }) => runs?.files === kind.id && runs.filer === part.id)) return true;
  if (!isDemanded(flow, survey)) return false;
  if (mustBeFilled(part, facts)) return true;
  const holder = caseRoles.find(({ id }) => id === kind.holder);
  if (part.byDefault === 'holder') return holder !== undefined && holder !== part && mustBeFilled(holder, facts);
  const field = kind.sheet.find(({ id }) => id === FIELD);
  return part.byDefault === 'field-department' && field !== undefined && mustBeFilled(field, facts);
}

/** Whether anybody asks for the parts: at the hand-over where there is one, else at the opening by a person. What a tell opens has none. */
function isDemanded({ kind, legs }: Flow, { flows }: Survey): boolean {
  const handsOver = legs.some(({ roads }) =>
    roads.some(({ route }) => route.steps.some((step) => step.do === 'hand-over')),
  );
  if (handsOver || kind.is === 'problem') return handsOver;
  const byTells = flows.some((other) => other.kind.tells.some((tell) => 'open' in tell && tell.open === kind.id));
  return kind.opens !== undefined && !byTells;
}
