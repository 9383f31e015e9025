import { told } from '../survey/telling.ts';
import type { Finder } from '../survey/survey.ts';

/** Kinds that nobody may open: no person, no duty, no other dossier. */
export const neverOpened: Finder = ({ flows, pack: { policy } }) => {
  const byDuties = policy.duties.flatMap(({ runs }) => [runs?.files, runs?.gathers]);
  const byTells = flows.flatMap(({ kind }) => kind.tells.map((tell) => ('open' in tell ? tell.open : undefined)));
  return flows
    .filter(({ kind }) => !kind.opens && ![...byDuties, ...byTells].includes(kind.id))
    .map(({ kind, path }) =>
      told('never-opened', path, {
        clause: kind.clause,
        about: [kind.id],
        zh: `“${kind.title.zh}”没有人可以立项：既没有写明由谁办理（opens），也没有定期任务或其他事项会产生它`,
        en: `nobody may open "${kind.id}": no seat does (opens), and no duty and no tell`,
      }),
    );
};
