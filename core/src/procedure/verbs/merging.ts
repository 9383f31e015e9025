import type { InputFault, Pass } from '../../access/index.ts';
import { judgedBy, type Text } from '../../policy/index.ts';
import { dayLost, type Days } from '../doubles.ts';
import type { Apart, Dossier, Run } from '../dossier.ts';
import { stageFrom } from '../flow.ts';
import { kindIn, routeOf, stepOf, type Law } from '../law.ts';
import type { StageNamed } from '../milestone-event.ts';
import { openObjections } from './objecting.ts';
import { textFault } from './verb.ts';

const MERGED: StageNamed = { id: 'merged', title: { zh: '已并入', en: 'Merged' } };

/** Where a dossier stands that was merged into another: the plan's own stage, where it names one. */
export const mergedStage = ({ kind }: Pick<Dossier, 'kind'>, law: Law): StageNamed =>
  stageFrom(kindIn(law, kind), 'merged') ?? MERGED;

/**
 * What somebody has before him to sign or settle: as long as it waits, nobody merges. Null: nothing does.
 * @param isPut whether anything was put before whoever judges; nothing was where the run has only begun
 */
export function awaitsSignature(
  dossier: Dossier,
  law: Law,
  isPut: (run: Run) => boolean = ({ acts }) => acts.length > 0,
): Text | null {
  if (openObjections(dossier).length > 0) return { zh: '公示异议的处理', en: 'an objection to be settled' };
  const task = dossier.tasks.find((each) => {
    const run = dossier.runs[each.run];
    if (!run || each.question !== undefined) return false;
    const step = stepOf(routeOf(law, each.run, run.route), each.step);
    return (judgedBy(step) !== null || step.do === 'sign') && isPut(run);
  });
  return task?.title ?? null;
}

/** Nobody merges while this waits to be signed or settled. */
export const unlessAwaited = (may: Pass, title: Text | null): Pass =>
  'obstacle' in may || title === null ? may : { obstacle: { code: 'signature-pending', title } };

/** The dossier that goes on keeps its own days: refused where a day of the double would be lost by it. */
export function unlessDayLost(may: Pass, double: Days | undefined, kept: Days): Pass {
  const lost = double && dayLost(double, kept);
  return 'obstacle' in may || !lost ? may : { obstacle: { code: 'day-lost', ...lost } };
}

/** Those that it is told apart from, each with the reason. */
export const apartFaults = (apart: readonly Apart[]): InputFault[] =>
  apart.flatMap(({ reason }, at) => textFault(`apart.${at}.reason`, reason, 500));

/** The reason given to limits that a notice had moved meanwhile, once a double stands for itself again. */
export const setApartFor = (reason: string): string => `恢复为单独办理：${reason}`.slice(0, 500);
