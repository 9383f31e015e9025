import { mayPlay } from '../faults/seats/offices.ts';
import { kindOf, whenOf } from '../evidence.ts';
import type { ClauseId, Copy, EvidenceNeed, Pack, Route, Seat, Step, Text } from '../model.ts';
import { alsoText, onlyWhen } from './words.ts';
import { extensionRuleText, limitText, officeText, pauseRuleText, seatText } from '../wording.ts';

/** A seat with who sits in it. `units` are ids; empty for a part in the dossier, which is named when it is handed over. */
export type SeatExplained = {
  readonly seat: Seat;
  readonly who: Text;
  readonly part: 'decide' | 'co-sign';
  readonly units: readonly string[];
  readonly external: boolean;
};

/** A limit in the words of the screen, with the step it binds; `words`: “15 working days from the hand-over”. */
export type LimitExplained = {
  readonly id: string;
  readonly step: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly words: Text;
  /** Who may move the last day, how often and when; or that nobody may. */
  readonly extension: Text;
  /** Who may let it stand still; null where the plan knows no pause. */
  readonly pause: Text | null;
};
/** A copy for the record, or the paper itself where it is addressed to them: to which role, who that is, whether in writing. */
export type CopyExplained = {
  readonly to: string;
  readonly who: Text;
  readonly step: string;
  readonly clause: ClauseId;
  readonly written: boolean;
  readonly addressed: boolean;
  /** At which facts; null: always. */
  readonly when: Text | null;
};

/** A step in the words of the screen. `silent`: the plan sets no limit here and says nothing. */
export type StepExplained = {
  readonly id: string;
  readonly do: Step['do'];
  readonly title: Text;
  readonly clause: ClauseId;
  readonly seats: readonly SeatExplained[];
  readonly together: Step['together'];
  /** Every unit that may decide here is outside this installation: the act is recorded for it. */
  readonly external: boolean;
  readonly limits: readonly LimitExplained[];
  readonly silent: boolean;
  readonly copies: readonly CopyExplained[];
  /** `when` is null where it is asked for at any facts. */
  readonly evidence: readonly { readonly id: string; readonly label: Text; readonly when: Text | null }[];
  readonly returnsTo: readonly string[];
  readonly closes: boolean;
  readonly ruling: string | null;
  /** Whatever else it says, each in one sentence: outcomes, objections, what it fills in, what the plan leaves open. */
  readonly also: readonly Text[];
};

/** Says one step of a route. */
export function explainStep(step: Step, route: Route, pack: Pack): StepExplained {
  const deciding = step.by.map((seat) => explainSeat(seat, 'decide', pack));
  return {
    id: step.id,
    do: step.do,
    title: step.title,
    clause: step.clause,
    seats: [...deciding, ...step.coSign.map((seat) => explainSeat(seat, 'co-sign', pack))],
    together: step.together,
    external: deciding.length > 0 && deciding.every((seat) => seat.external),
    limits: step.limits.map((limit) => ({
      id: limit.id,
      step: step.id,
      title: limit.title,
      clause: limit.clause,
      words: limitText(limit, route, pack.policy),
      extension: extensionRuleText(pack, limit),
      pause: pauseRuleText(pack, limit),
    })),
    silent: step.silent,
    copies: step.copies.map((copy) => explainCopy(copy, step, pack)),
    evidence: step.evidence.map((need) => evidenceText(need, pack)),
    returnsTo: step.returnsTo,
    closes: step.closes,
    ruling: step.ruling ?? null,
    also: alsoText(step, route, pack),
  };
}

const explainCopy = ({ to, clause, written, addressed = false, when }: Copy, step: Step, pack: Pack) => ({
  to,
  who: officeText(pack, to),
  step: step.id,
  clause,
  written,
  addressed,
  when: onlyWhen(when, pack),
});

function evidenceText(need: EvidenceNeed, pack: Pack): StepExplained['evidence'][number] {
  const id = kindOf(need);
  const label = pack.policy.evidenceKinds.find((kind) => kind.id === id)?.label ?? { zh: id };
  return { id, label, when: onlyWhen(whenOf(need), pack) };
}

function explainSeat(seat: Seat, part: SeatExplained['part'], pack: Pack): SeatExplained {
  const units = mayPlay(pack, seat.role, pack.policy.inForceFrom);
  const external = units.length > 0 && units.every((unit) => unit.external);
  const isPart = pack.policy.caseRoles.some((role) => role.id === seat.role);
  return { seat, who: seatText(pack, seat), part, units: isPart ? [] : units.map((unit) => unit.id), external };
}
