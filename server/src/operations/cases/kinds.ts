import { readerTokens, unitsInRole, type Actor } from '@bihuan/core/access';
import { openFields, passToOpen } from '@bihuan/core/case';
import type { Kind } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { handsOver } from '@bihuan/core/procedure/verbs';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { presentLaw } from '../law/present-law.ts';

/** The kinds of the edition in force that this person may read or open, in the order of the plan. */
export function kindsFor(services: Services, by: Actor) {
  const law = presentLaw(services);
  const on = services.today();
  return (law?.policy.kinds ?? []).flatMap((kind) => {
    const view = kindView(kind, law!, by, on);
    return view.mayOpen || mayReadSome(kind, law!, by, on) ? [view] : [];
  });
}

/** A kind as its edition has it, and whether this person may open one. */
export function kindView(kind: Kind, law: Law, by: Actor, on: PlainDate) {
  const { id, title, clause, is, menu, number, opens, sheet, stages, list, facts, acts, parts, holder, flow, gathers } =
    kind;
  const pass = passToOpen(kind, by, law, on);
  return {
    id,
    title,
    clause,
    is,
    ...(menu ? { menu } : {}),
    number,
    mayOpen: 'posting' in pass,
    mayImport: opens?.imports === true && 'posting' in pass,
    obstacle: 'obstacle' in pass ? pass.obstacle : null,
    from: opens?.from ?? [],
    sheet,
    stages,
    steps: stepsOf(flow, law),
    byPeriod: owedByPeriod(kind, law.policy),
    list,
    facts,
    // where a problem's kind names none, a hand-over names all that the plan has
    parts: is === 'problem' && parts.length === 0 ? law.policy.caseRoles.map((role) => role.id) : parts,
    handsOver: handsOver(kind, law),
    ...(holder === undefined ? {} : { holder }),
    opening: openFields(kind, law.policy).map((field) => field.id),
    flow: flow.map(({ run, begins, ends, times }) => ({
      run,
      title: law.policy.procedures.find((procedure) => procedure.id === run)?.title ?? { zh: run },
      begins,
      ...(ends ? { ends } : {}),
      times,
    })),
    acts: Object.entries(acts).map(([act, rule]) => ({ id: act, title: rule.title ?? null, clause: rule.clause })),
    ...(gathers === undefined ? {} : { gathers }),
  };
}

/** Whether a duty asks for one by period, or gathers as one what it asked for. */
export const owedByPeriod = ({ id }: Kind, { duties }: Law['policy']): boolean =>
  duties.some(({ runs }) => runs?.files === id || runs?.gathers === id);

/** What the steps of a flow are called, in its order, each name once. */
function stepsOf(flow: Kind['flow'], { policy: { procedures } }: Law) {
  const titles = flow.flatMap(({ run }) =>
    (procedures.find(({ id }) => id === run)?.routes ?? []).flatMap(({ steps }) => steps.map(({ title }) => title)),
  );
  return [...new Map(titles.toReversed().map((title) => [title.zh, title])).values()].toReversed();
}

/** Whether any dossier of the kind may be this person's to read: by an office, or by a part that a unit of his may play. */
function mayReadSome({ reads }: Kind, law: Law, by: Actor, on: PlainDate): boolean {
  if (!reads) return true;
  const tokens = new Set(readerTokens(by, law, on));
  return reads.some(({ role, post }) =>
    law.policy.caseRoles.some(({ id }) => id === role)
      ? by.postings.some((held) => (post === '*' || held.post === post) && mayPlay(role, held.unit, law, on))
      : tokens.has(`${role}/${post}`),
  );
}

function mayPlay(part: string, unit: string, law: Law, on: PlainDate): boolean {
  const { among = [] } = law.policy.caseRoles.find(({ id }) => id === part) ?? {};
  return among.length === 0 || among.some((role) => unitsInRole(law.units, role, on).some(({ id }) => id === unit));
}
