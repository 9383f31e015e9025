import { judgedBy } from '../../judging.ts';
import type { Step } from '../../model.ts';
import type { Finder } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Steps that judge and cannot say no: no step to send it back to, no second outcome, no objection that counts. */
export const noRefusal: Finder = ({ stands }) =>
  stands
    .filter(({ step }) => judgedBy(step) !== null && !maySayNo(step))
    .map(({ road, step, path }) =>
      told('no-refusal', path, {
        clause: step.clause,
        facts: road.facts,
        about: [...new Set([road.route.id, step.id, step.do])],
        zh: `${road.route.id} / ${step.id}：“${step.title.zh}”只能同意——没有写明可退回哪一步（returns-to），也没有几种结果（outcomes）`,
        en: `${road.route.id} / ${step.id}: it can only agree: no step to return to (returns-to) and no outcomes`,
      }),
    );

const maySayNo = ({ returnsTo, outcomes = [], asks = [], together, by }: Step): boolean =>
  returnsTo.length > 0 ||
  outcomes.length > 1 ||
  asks.includes('where') ||
  // an objection among several who decide sends it back where too few are left to agree
  (by.length > 1 && together !== 'any');
