import { passToAct, passToAny, type Pass } from '../../access/index.ts';
import { kindIn, reach, settleFlow, type Law } from '../../procedure/index.ts';
import { byAct, clauseOf, documentFaults, textFault } from '../../procedure/verbs/index.ts';
import { actRule } from '../../access/index.ts';
import { FOR_EACH, type Kind, type KindAct, type SheetField } from '../../policy/index.ts';
import type { Filled } from '../command.ts';
import { filingTask } from '../filing.ts';
import { titleFrom } from '../pattern.ts';
import { factsIn, openFields, sheetFaults } from '../sheet.ts';
import type { CaseAt, CaseDraft, CaseVerb } from './verb.ts';

/** Where fields are filled in, and why. `undecided`: others have yet to say the same, and nothing goes on by it before. */
type Filling = {
  readonly at: string | null;
  readonly reason: string | null;
  readonly clause: string;
  readonly undecided?: boolean;
};

/** Writes fields of the sheet; a fact among them may be what the flow waited for. */
export function fill(
  draft: CaseDraft,
  kind: Kind,
  values: Filled,
  { at, reason, clause, undecided = false }: Filling,
  law: Law,
): void {
  if (Object.keys(values).length === 0) return;
  const { values: before, owed, title } = draft.now();
  const after = Object.fromEntries(Object.entries({ ...before, ...values }).filter(([, value]) => value !== null));
  draft.add({
    type: 'SheetFilled',
    values,
    facts: factsIn(kind, values),
    title: owed ? title : titleFrom(kind, after as typeof before), // nothing that was emptied is left
    at,
    reason,
    clause,
  });
  if (!undecided) settleFlow(draft, law);
}

/**
 * What was entered wrongly, with a reason: by the act that the pack gives. Whoever has the first step of his own return open
 * fills it in without one. Facts that a route was chosen by stand.
 */
export const fillSheet: CaseVerb<'FillSheet'> = {
  points: ['open'],
  clause: byAct('correct').clause,
  pass: (at): Pass => {
    if (at.dossier.frozen) return { obstacle: { code: 'frozen', on: at.dossier.frozen.on } };
    if (correctable(at).length === 0) return { obstacle: { code: 'nothing-to-do' } };
    return isFiler(at) ? passToFiler(at) : passToAct('correct', at.dossier, at.by, at.law, at.on);
  },
  faults: (at, { values, reason }) => [
    ...(!needsReason(at) && reason === undefined ? [] : textFault('reason', reason, 500)),
    ...(Object.keys(values).length === 0 ? [{ field: 'values', code: 'required' } as const] : []),
    ...settledFacts(at, values),
    ...sheetFaults(openFields(at.kind!, at.law.policy), values, at.dossier.values, at.dossier.facts, {
      law: at.law,
      on: at.on,
      whole: false,
    }),
  ],
  write: (draft, { values, reason }, law) => {
    const kind = kindIn(law, draft.now().kind)!;
    const clause = clauseOf('correct', draft.now(), law) || kind.clause;
    fill(draft, kind, values, { at: null, reason: reason?.trim() || null, clause }, law);
  },
};

/** Whether filling it in wants a reason: a correction does, the first filling of one's own return does not. */
export const needsReason = (at: CaseAt): boolean => !isFiler(at);

/** Whether the dossier is a return whose filing step is open. */
const isFiler = ({ dossier, law }: CaseAt): boolean => dossier.owed !== null && filingTask(dossier, law) !== null;

/** Whoever has that step; for a unit that does not sign in here, whoever enters what it files. */
function passToFiler({ dossier, by, law, on }: CaseAt): Pass {
  const { role, post, external } = filingTask(dossier, law)!;
  return passToAny([external ? law.policy.recorder : { role, post }], dossier, by, law, on);
}

/** A fact by which a way was chosen stands, as approvals stand on it; what a return is owed for is nobody's to write. */
function isSettled({ dossier, kind }: CaseAt, field: string): boolean {
  const isOwedFor = kind!.sheet.some(({ id, prefilled }) => id === field && prefilled === FOR_EACH);
  if (isOwedFor && dossier.owed?.field) return true;
  const begun = Object.values(dossier.runs).length > 0 && dossier.owed === null;
  return begun && kind!.facts.includes(field) && dossier.facts[field] !== undefined;
}

const settledFacts = (at: CaseAt, values: Filled) =>
  openFields(at.kind!, at.law.policy)
    .filter(({ id }) => id in values && isSettled(at, id))
    .map(({ id }) => ({ field: `values.${id}`, code: 'not-yours' as const }));

/** Fields that may still be filled in or corrected beside the steps. */
export const correctable = (at: CaseAt): readonly SheetField[] =>
  at.kind === null ? [] : openFields(at.kind, at.law.policy).filter(({ id }) => !isSettled(at, id));

/** An act of the pack's own: its words, its fields, and the milestone that it reaches. */
export const doAct: CaseVerb<'DoAct'> = {
  points: ['open', 'closed'],
  clause: ({ dossier, law }, { act }) => (act === undefined ? null : (actRule(act, law, dossier.kind)?.clause ?? null)),
  pass: (at, { act }): Pass => {
    const rule = act === undefined ? null : (at.kind?.acts[act] ?? null);
    if (act === undefined || !rule || !isOwn(rule)) return { obstacle: { code: 'nothing-to-do' } };
    const { stages, reaches } = rule;
    if (stages && !stages.includes(at.dossier.stage))
      return { obstacle: { code: 'wrong-stage', stage: at.dossier.stage, needs: stages } };
    if (!stages && at.dossier.closedOn !== null) return { obstacle: { code: 'closed', on: at.dossier.closedOn } };
    const again =
      reaches !== undefined && at.kind!.flow.some((each) => each.times === 'many' && each.begins.includes(reaches));
    const done = reaches !== undefined && at.dossier.milestones[reaches] !== undefined && !again && !stages;
    if (done) return { obstacle: { code: 'nothing-to-do' } };
    return passToAct(act, at.dossier, at.by, at.law, at.on);
  },
  faults: (at, { act, text, values = {}, document }) => {
    const rule = at.kind!.acts[act]!;
    const fields = at.kind!.sheet.filter(({ id }) => rule.fills?.includes(id));
    return [
      ...(rule.says ? textFault('text', text, 2000) : text === undefined ? [] : textFault('text', text, 2000)),
      ...sheetFaults(fields, values, at.dossier.values, at.dossier.facts, { law: at.law, on: at.on, whole: true }),
      ...(document ? documentFaults('document', document, at.on) : []),
    ];
  },
  write: (draft, { act, text, values = {}, document }, law) => {
    const kind = kindIn(law, draft.now().kind)!;
    const { clause, title = { zh: act }, reaches } = kind.acts[act]!;
    draft.add({ type: 'ActDone', act, title, text: text?.trim() || null, clause });
    fill(draft, kind, values, { at: act, reason: null, clause }, law);
    if (reaches === undefined) return;
    const day = document?.scan ? document.date : draft.signature.on;
    reach(draft, reaches, { day, document: document ?? null, clause }, law, { beside: true });
  },
};

/** Whether an act is the pack's own: one that the engine knows by name says none of these. */
export const isOwn = ({ reaches, fills, says }: KindAct): boolean =>
  reaches !== undefined || (fills !== undefined && fills.length > 0) || says === true;
