import { unitName, unitsInRole } from '../../units.ts';
import type { Finder } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/**
 * Rulings that wait for a named person of the county, and a coordinator in which no post leads though the pack says which
 * posts do: they would be applied for ever as the pack's own reading, with nobody who could stand for them. No ruling settles
 * that. A pack that names no leading post at all leaves the question open, and whoever wants to confirm is told so.
 */
export const nobodyConfirms: Finder = ({ pack, days }) => {
  const { recorder, rulings, posts } = pack.policy;
  const pending = rulings.filter((ruling) => ruling.status === 'pending');
  const leading = posts.filter((post) => post.leads).map((post) => post.id);
  const coordinators = (day: (typeof days)[number]) =>
    unitsInRole(pack.units, recorder.role, day).filter((unit) => !unit.external);
  // a coordinator that is nobody, or signs in nowhere, is a fault of its own
  const without = days.find((day) => {
    const units = coordinators(day);
    return units.length > 0 && !units.some((unit) => unit.posts.some((post) => leading.includes(post)));
  });
  if (pending.length === 0 || leading.length === 0 || without === undefined) return [];
  const ids = pending.map((ruling) => ruling.id);
  const units = coordinators(without);
  return [
    {
      kind: 'post-unheld',
      file: 'policy',
      path: ['recorder'],
      clauses: [...new Set(pending.flatMap((ruling) => ruling.clauses))],
      facts: [],
      about: [recorder.role, 'leads', ...ids],
      text: {
        zh: `裁定 ${ids.join('、')} 待确认，而${units.map(({ id }) => unitName(units, id, without)).join('、')}没有写明 leads: true 的岗位，没有人能确认`,
        en: `rulings ${ids.join(', ')} are pending, and ${units.map(({ id }) => id).join(', ')} has no post that leads: nobody could confirm them`,
      },
      onlyBy: null,
    },
  ];
};

/**
 * A pack in which nobody leads the coordinator: nobody could rule on what the plan leaves open when a case gets there. Where rulings
 * are pending the same is told of them.
 */
export const nobodyLeads: Finder = (survey) => {
  const { pack, days } = survey;
  const { recorder, posts } = pack.policy;
  const leading = posts.filter((post) => post.leads).map((post) => post.id);
  const without = days.find((day) => {
    const units = unitsInRole(pack.units, recorder.role, day).filter((unit) => !unit.external);
    return units.length > 0 && !units.some((unit) => unit.posts.some((post) => leading.includes(post)));
  });
  if (without === undefined || nobodyConfirms(survey).length > 0) return [];
  return [
    {
      ...told('no-leading-post', ['posts'], {
        about: [recorder.role],
        zh: `统筹协调的单位（${recorder.role}）没有写明 leads: true 的岗位，方案没有规定的事遇到时没有人能裁定`,
        en: `the coordinator (${recorder.role}) has no post that leads (leads: true): nobody could rule on what the plan leaves open`,
      }),
      onlyBy: null,
    },
  ];
};
