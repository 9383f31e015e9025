import { FIELD } from '../../matching.ts';
import type { CaseRole, Seat } from '../../model.ts';
import { flowsWith } from '../flow/flow.ts';
import { givenIn } from '../flow/given.ts';
import { emptyInNil } from '../flow/nil.ts';
import { passageOf, settledAt, type Filed } from '../flow/passing.ts';
import { factsAskedIn } from '../survey/kinds.ts';
import { mustBeFilled } from '../survey/required.ts';
import type { Finder, Flow, Found, Leg, Road, Stand, Survey, Walk } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Parts that decide a step and that nobody may have been named for: then the step is nobody's. Or only where nothing is reported. */
export const emptyParts: Finder = (survey) =>
  survey.stands.flatMap((stand) =>
    flowsWith(stand.road, survey.flows).flatMap(({ flow, leg }) => {
      const walks = survey.walks.get(flow) ?? [];
      const always = emptyAt(stand, flow, filedOn(stand.road, leg, walks, false), survey);
      const nil = flow.nil.size > 0 ? emptyAt(stand, flow, filedOn(stand.road, leg, walks, true), survey) : [];
      const known = new Set(always.map(({ about }) => about.join(' ')));
      return [...always, ...nil.filter(({ about }) => !known.has(about.slice(0, -1).join(' ')))];
    }),
  );

/** The facts at which dossiers of a kind come to a road: those of the branch that it is on, too. */
function filedOn(road: Road, leg: Leg, walks: readonly Walk[], nil: boolean): Filed {
  const facts = walks
    .filter(({ world }) => world.nil === nil && world.legs[leg.at]?.taken && world.legs[leg.at]?.road === road)
    .flatMap(({ world }) => world.facts);
  return { facts: facts.length > 0 ? facts : nil ? [{}] : road.facts, nil };
}

function emptyAt({ road, step, path }: Stand, flow: Flow, filed: Filed, survey: Survey): readonly Found[] {
  const { kind } = flow;
  const { facts, nil } = filed;
  const when = nil ? { zh: '零报告时', en: ' where nothing is reported (nil)' } : { zh: '', en: '' };
  const perhaps = (seats: readonly Seat[]) => seats.map(({ role }) => mayBeEmpty(role, filed, flow, survey));
  const deciding = perhaps(step.by);
  // of seats of which any may decide one that is surely there is enough
  const decided = step.together === 'any' && deciding.includes(null);
  // whoever only signs along is left out where such a dossier can do without him
  const missed = ({ id, required }: CaseRole): boolean =>
    required !== false && (kind.parts.length === 0 || kind.parts.includes(id));
  const sides = [
    { key: 'by', parts: decided ? [] : deciding, does: { zh: '办理', en: 'decides it' } },
    {
      key: 'coSign',
      parts: perhaps(step.coSign).filter((part) => part !== null && missed(part)),
      does: { zh: '会同', en: 'signs along' },
    },
  ];
  const opened = opensByTell(flow, survey);
  const aside = opened
    ? {
        zh: `（触发“${opened}”产生的事项只带表单项，不能指定角色：写明默认由谁担任，或先办移交）`,
        en: ` (what the tell "${opened}" opens brings fields and cannot name parts: say who plays it by default, or hand it over first)`,
      }
    : { zh: '', en: '' };
  return sides.flatMap(({ key, parts, does }) =>
    [...new Set(parts.flatMap((part) => part ?? []))].map((part) =>
      told('part-empty', [...path, key], {
        clause: step.clause,
        facts,
        about: [road.route.id, step.id, part.id, kind.id, ...(nil ? ['nil'] : [])],
        zh: `${road.route.id} / ${step.id}：由“${part.label.zh}”${does.zh}，而“${kind.title.zh}”${when.zh}可以没有这个角色，到这一步就没有人能办${aside.zh}`,
        en: `${road.route.id} / ${step.id}: "${part.id}" ${does.en}, and "${kind.id}" may have nobody in that part${when.en}${aside.en}`,
      }),
    ),
  );
}

/** The part of this name, where nobody need play it in such a dossier; null where somebody surely does, or it is an office. */
function mayBeEmpty(role: string, filed: Filed, flow: Flow, survey: Survey): CaseRole | null {
  const { policy } = survey.pack;
  const part = policy.caseRoles.find(({ id }) => id === role);
  return part && !isPlayed(part, filed, flow, survey) ? part : null;
}

function isPlayed(part: CaseRole, filed: Filed, flow: Flow, survey: Survey): boolean {
  const { kind } = flow;
  const { facts } = filed;
  const { duties } = survey.pack.policy;
  if (!kind.parts.includes(part.id)) return false;
  // a return is opened for whoever owes it
  if (duties.some(({ runs }) => runs?.files === kind.id && runs.filer === part.id)) return true;
  const asked = typeof part.required === 'boolean' ? [] : [...factsAskedIn([part.required.when])];
  if (isDemanded(flow, survey) && mustBeFilled(part, facts) && areKnownThen(asked, filed, flow, survey)) return true;
  return isPlayedByDefault(part, filed, flow, survey);
}

/** Whether the plan's own default surely names somebody: at the hand-over where there is one, else at the opening, whoever opens it. */
function isPlayedByDefault(part: CaseRole, filed: Filed, flow: Flow, survey: Survey): boolean {
  const { kind } = flow;
  const { facts, nil } = filed;
  if (kind.is === 'problem' && !handsOver(flow)) return false;
  if (part.byDefault === 'holder') {
    const holder = survey.pack.policy.caseRoles.find(({ id }) => id === kind.holder);
    return holder !== undefined && holder !== part && isPlayed(holder, filed, flow, survey);
  }
  const field = kind.sheet.find(({ id }) => id === FIELD && !(nil && emptyInNil(flow).has(id)));
  // a tell need not bring what is required at some facts only
  const filled =
    field?.required === true ||
    flow.owedFor.includes(FIELD) ||
    (field && isDemanded(flow, survey) && mustBeFilled(field, facts)) === true;
  return part.byDefault === 'field-department' && filled && areKnownThen([FIELD], filed, flow, survey);
}

const handsOver = ({ legs }: Flow): boolean =>
  legs.some(({ roads }) => roads.some(({ route }) => route.steps.some((step) => step.do === 'hand-over')));

/** Whether anybody asks for the parts: at the hand-over where there is one, else at the opening by a person. What a tell opens has none. */
function isDemanded(flow: Flow, { flows }: Survey): boolean {
  const { kind } = flow;
  if (handsOver(flow) || kind.is === 'problem') return handsOver(flow);
  return kind.opens !== undefined && opensByTell(flow, { flows }) === null;
}

/** The first tell that opens a dossier of this kind; null where none does. */
const opensByTell = ({ kind }: Flow, { flows }: Pick<Survey, 'flows'>): string | null =>
  flows.flatMap((other) => other.kind.tells).find((tell) => 'open' in tell && tell.open === kind.id)?.id ?? null;

/** Whether these facts are known when parts are asked for and played by default: later nobody asks any more. */
function areKnownThen(asked: readonly string[], filed: Filed, flow: Flow, survey: Survey): boolean {
  if (asked.length === 0 || flow.kind.is === 'problem') return true;
  const given = givenIn(flow, survey.pack)(filed.facts);
  const known = handingOver(flow).map(({ leg, road, at }) => {
    const before = passageOf(road, flow, filed).before.get(at) ?? new Set<string>();
    const settled = new Set(settledAt(road.route.steps[at]!, road.procedure.id, flow, filed));
    const begun = (survey.walks.get(flow) ?? [])
      .filter(({ world }) => world.nil === filed.nil)
      .flatMap(({ found }) => found.known.get(leg.at) ?? []);
    const always = begun.reduce((all, each) => all.intersection(each), begun[0] ?? new Set<string>());
    return new Set([...always, ...before, ...settled]);
  });
  const sets = known.length > 0 ? known : [given];
  return sets.some((all) => asked.every((fact) => all.has(fact)));
}

const handingOver = ({ legs }: Flow) =>
  legs.flatMap((leg) =>
    leg.roads.flatMap((road) =>
      road.route.steps.flatMap((step, at) => (step.do === 'hand-over' ? [{ leg, road, at }] : [])),
    ),
  );
