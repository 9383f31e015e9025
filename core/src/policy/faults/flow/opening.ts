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

/** Types of which no cell of a workbook holds a value. */
const IN_NO_CELL: ReadonlySet<string> = new Set(['rows', 'files']);

/** Kinds that a workbook is said to bring in, and that need from the beginning what no workbook can say. */
export const importsUnfilled: Finder = ({ flows, pack: { policy } }) =>
  flows
    .filter(({ kind }) => kind.opens?.imports === true)
    .flatMap(({ kind, path }) => {
      const steps = new Set(
        policy.procedures
          .filter(({ id }) => kind.flow.some(({ run }) => run === id))
          .flatMap(({ routes }) => routes.flatMap((route) => route.steps.flatMap(({ fills }) => fills ?? []))),
      );
      return kind.sheet
        .filter(
          ({ id, type, required, by, personal }) =>
            required === true && (IN_NO_CELL.has(type) || personal) && by === undefined && !steps.has(id),
        )
        .map(({ id, label, personal }) => {
          const why = personal
            ? { zh: '而个人信息不由表格导入', en: 'what is personal does not come from a workbook' }
            : { zh: '表格的一格里放不下', en: 'it fits into no cell' };
          return told('import-unfilled', path, {
            clause: kind.clause,
            about: [kind.id, id],
            zh: `“${kind.title.zh}”写明可从表格导入（imports），但“${label.zh}”立项时必填，${why.zh}`,
            en: `"${kind.id}" says that a workbook brings it in (imports), and "${id}" must be there from the beginning: ${why.en}`,
          });
        });
    });
