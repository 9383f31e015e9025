import type { Language } from '../time/index.ts';
import type { Kind, Milestone, Policy, Step, Text } from './model.ts';
import { inBoth, spoken } from './spoken.ts';

/** What the engine itself knows a milestone by, and what plans from before kinds called theirs. */
const known: Readonly<Record<Milestone, Text>> = {
  registered: { zh: '登记', en: 'registration' },
  'handed-over': { zh: '移交', en: 'hand-over' },
  'plan-issued': { zh: '方案印发', en: 'issue of the plan' },
  finished: { zh: '整改完成', en: 'completion' },
  closed: { zh: '销号', en: 'closure' },
  opened: { zh: '立项', en: 'opening' },
  withdrawn: { zh: '撤回', en: 'withdrawal' },
  listed: { zh: '列入清单', en: 'being listed' },
  'taken-off': { zh: '移出清单', en: 'being taken off the list' },
  consented: { zh: '清单获同意', en: 'consent to the list' },
  frozen: { zh: '冻结', en: 'freezing' },
};

type Said = Pick<Policy, 'procedures' | 'kinds'>;

/** A point of the flow in words: by the step, the outcome, the act or the procedure that brings a dossier there. */
export function milestoneText(milestone: Milestone, policy: Said): Text {
  const kinds = policy.kinds ?? [];
  const [, how, run] = /^(ended|returned)\/(.+)$/.exec(milestone) ?? [];
  if (how && run) return endOf(run, how === 'returned', policy);
  // what a problem calls its end is no word for the end of a return
  if (milestone === 'closed' && kinds.length > 0 && !kinds.some(({ is }) => is === 'problem'))
    return { zh: '了结', en: 'its end' };
  if (known[milestone]) return known[milestone];
  const ways = [...bySteps(milestone, policy), ...kinds.flatMap((kind) => byActs(milestone, kind))];
  if (ways.length > 0) return either(ways);
  const ending = kinds.flatMap(({ flow }) => flow).find(({ ends }) => ends === milestone);
  if (ending) return endOf(ending.run, false, policy);
  const stage = kinds.flatMap(({ stages }) => stages).find(({ from }) => from.includes(milestone));
  return stage ? named(stage.title) : { zh: milestone, en: milestone };
}

const named = (title: Text): Text => inBoth((language) => quotedIn(title, language));

const quotedIn = (title: Text, language: Language): string =>
  language === 'zh' ? `“${title.zh}”` : `"${spoken(title, language)}"`;

function endOf(run: string, returned: boolean, { procedures }: Said): Text {
  const title = procedures.find(({ id }) => id === run)?.title ?? { zh: run };
  return {
    zh: `${quotedIn(title, 'zh')}${returned ? '退回' : '办结'}`,
    en: `${returned ? 'a return within' : 'the end of'} ${quotedIn(title, 'en')}`,
  };
}

function bySteps(milestone: Milestone, { procedures }: Said): readonly Text[] {
  const steps = procedures.flatMap(({ routes }) => routes.flatMap((route) => route.steps));
  return steps.flatMap((step) => [
    ...(step.reaches === milestone ? [ended(step)] : []),
    ...(step.outcomes ?? [])
      .filter(({ reaches }) => reaches === milestone)
      .map(({ title }) => ({
        zh: `${quotedIn(step.title, 'zh')}的结果为${quotedIn(title, 'zh')}`,
        en: `${quotedIn(step.title, 'en')} ending in ${quotedIn(title, 'en')}`,
      })),
  ]);
}

const ended = ({ title }: Step): Text => ({
  zh: `${quotedIn(title, 'zh')}办结`,
  en: `the end of ${quotedIn(title, 'en')}`,
});

const byActs = (milestone: Milestone, { acts }: Kind): readonly Text[] =>
  Object.entries(acts).flatMap(([id, { reaches, title }]) =>
    reaches === milestone ? [named(title ?? { zh: id })] : [],
  );

function either(ways: readonly Text[]): Text {
  const different = [...new Map(ways.map((way) => [way.zh, way])).values()];
  return inBoth((language) => different.map((way) => spoken(way, language)).join(language === 'zh' ? '或' : ' or '));
}
