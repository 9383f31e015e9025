import { explainStep, type StepExplained } from './step.ts';
import { factsOfKind } from '../matching.ts';
import { milestoneText } from '../milestone-text.ts';
import type { ClauseId, Kind, Milestone, Pack, Policy, Route, Stretch, Text } from '../model.ts';
import { conditionText, inBoth, spoken } from '../wording.ts';

/** One way through a procedure, with its steps. */
export type WayExplained = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling: string | null;
  readonly when: Text;
  readonly steps: readonly StepExplained[];
};

/** One procedure of a flow: when it begins, at which facts, how often, and the ways through it. */
export type StretchExplained = {
  readonly run: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling: string | null;
  readonly words: Text;
  readonly routes: readonly WayExplained[];
};

/** A stage and what brings a dossier there. */
export type StageExplained = { readonly id: string; readonly title: Text; readonly words: Text };

/** The flow of a kind and its stages, in words. */
export function explainFlow(
  kind: Kind,
  pack: Pack,
): { readonly flow: readonly StretchExplained[]; readonly stages: readonly StageExplained[] } {
  const here = { procedures: pack.policy.procedures, kinds: [kind] };
  return {
    flow: kind.flow.map((stretch) => explainStretch(stretch, kind, pack)),
    stages: kind.stages.map(({ id, title, from }) => ({ id, title, words: points(from, here) })),
  };
}

function explainStretch(stretch: Stretch, kind: Kind, pack: Pack): StretchExplained {
  const procedure = pack.policy.procedures.find(({ id }) => id === stretch.run);
  return {
    run: stretch.run,
    title: procedure?.title ?? { zh: stretch.run },
    clause: procedure?.clause ?? '',
    ruling: stretch.ruling ?? null,
    words: stretchText(stretch, kind, pack.policy),
    routes: (procedure?.routes ?? []).map((route) => explainWay(route, kind, pack)),
  };
}

/** When a stretch begins, under which condition, and whether it may run again. */
export function stretchText({ begins, when, times }: Stretch, kind: Kind, policy: Policy): Text {
  const from = points(begins, { procedures: policy.procedures, kinds: [kind] });
  const only = when && conditionText(policy, when, factsOfKind(kind, policy));
  return {
    zh: `${from.zh}后开始${only ? `，限于${only.zh}` : ''}${times === 'many' ? '，可以多次' : ''}`,
    en: `begins after ${from.en}${only ? `, where ${only.en}` : ''}${times === 'many' ? ', as often as that comes' : ''}`,
  };
}

function explainWay(route: Route, kind: Kind, pack: Pack): WayExplained {
  return {
    id: route.id,
    title: route.title,
    clause: route.clause,
    ruling: route.ruling ?? null,
    when: conditionText(pack.policy, route.when, factsOfKind(kind, pack.policy)),
    steps: route.steps.map((step) => explainStep(step, route, pack)),
  };
}

/** Several milestones, any of which will do. */
function points(milestones: readonly Milestone[], policy: Pick<Policy, 'procedures' | 'kinds'>): Required<Text> {
  const words = milestones.map((milestone) => milestoneText(milestone, policy));
  return inBoth((language) => words.map((each) => spoken(each, language)).join(language === 'zh' ? '或' : ' or '));
}
