import { clausesServed } from '../../served.ts';
import type { Finder } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Clauses of the plan that nothing in the pack serves: a ruling says that they are served outside, or something is missing. */
export const clausesUnserved: Finder = ({ pack: { policy } }) =>
  clausesServed(policy)
    .filter(({ by }) => by.length === 0)
    .map(({ clause }) =>
      told('clause-unserved', ['clauses', policy.clauses.indexOf(clause)], {
        clause: clause.id,
        about: [clause.id],
        zh: `${clause.id}（${clause.text.zh}）没有任何环节、办理事项、任务、期限或抄送承办`,
        en: `${clause.id} (${clause.text.en ?? clause.text.zh}) is served by no step, act, duty, limit or copy`,
      }),
    );
