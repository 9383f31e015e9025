import { handsIn } from '../../judging.ts';
import { isKnownAct } from '../../known-acts.ts';
import type { Kind, Seat } from '../../model.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Acts that the engine does not know and that do nothing: a slip in a name, which would give the act to nobody. */
export const idleActs: Finder = ({ flows }) =>
  flows.flatMap(({ kind, path }) =>
    Object.entries(kind.acts)
      .filter(
        ([id, { reaches, fills = [], says }]) =>
          !isKnownAct(kind.is, id) && reaches === undefined && fills.length === 0 && !says,
      )
      .map(([id, { clause }]) =>
        told('unknown-name', [...path, 'acts', id], {
          clause,
          about: [kind.id, id],
          zh: `“${kind.title.zh}”的办理“${id}”系统不认识，也没有写明到达哪个节点、填写哪一项、说明什么（reaches、fills、says）`,
          en: `the program does not know the act "${id}" of "${kind.id}", and it neither reaches, fills nor says anything`,
        }),
      ),
  );

/** Acts of the pack's own without a title: their button and their line in the record would show the id. */
export const untitledActs: Finder = ({ flows }) =>
  flows.flatMap(({ kind, path }) =>
    Object.entries(kind.acts)
      .filter(([id, { title, reaches, fills = [], says }]) => {
        const does = reaches !== undefined || fills.length > 0 || says === true;
        return does && !isKnownAct(kind.is, id) && title === undefined;
      })
      .map(([id, { clause }]) => ({
        ...told('shape', [...path, 'acts', id], {
          clause,
          about: [kind.id, id, 'title'],
          zh: `“${kind.title.zh}”的办理“${id}”没有名称（title），界面和记录里只会显示它的代号`,
          en: `the act "${id}" of "${kind.id}" has no title: screens and the record would show its id`,
        }),
        onlyBy: null,
      })),
  );

/** Gatherings whose members nothing fixes: no step writes them, and the act is given to nobody. */
export const neverFrozen: Finder = ({ flows, pack: { policy } }) =>
  flows
    .filter(({ kind }) => kind.is === 'gathering')
    .filter(
      ({ kind, legs }) =>
        !stepsIn(legs).some(({ writes }) => holds(writes, 'members')) &&
        !(kind.acts['freeze'] ?? policy.acts['freeze']),
    )
    .map(({ kind, path }) =>
      told('dead-end', path, {
        clause: kind.clause,
        about: [kind.id, 'freeze'],
        zh: `“${kind.title.zh}”的成员永远定不下来：没有一步汇总成员（writes: members），也没有写明谁可以冻结（freeze）`,
        en: `nothing ever fixes the members of "${kind.id}": no step writes them (writes: members) and nobody may freeze`,
      }),
    );

const holds = (contents: string | undefined, what: string): boolean => contents?.split('+').includes(what) ?? false;

const stepsIn = (legs: Flow['legs']) => legs.flatMap(({ roads }) => roads.flatMap(({ route }) => route.steps));

/** Returns that nobody can file: no step of whoever owes them drafts, hands in or checks. */
export const neverFiled: Finder = ({ flows, pack: { policy } }) =>
  policy.duties.flatMap((duty, index): readonly Found[] => {
    const { runs } = duty;
    const flow = flows.find(({ kind }) => kind.id === runs?.files);
    if (!runs || !flow) return [];
    const files = stepsIn(flow.legs).some((step) => handsIn(step) && step.by.some(({ role }) => role === runs.filer));
    if (files) return [];
    return [
      told('dead-end', ['duties', index, 'files'], {
        clause: duty.clause,
        about: [duty.id, flow.kind.id, runs.filer],
        zh: `“${duty.title.zh}”没有办法填报：“${flow.kind.title.zh}”没有一步由“${runs.filer}”起草、报送或自查（do: draft、submit、self-check）`,
        en: `"${duty.id}" cannot be filed: no step of "${flow.kind.id}" is drafted, submitted or self-checked by "${runs.filer}"`,
      }),
    ];
  });

/** Facts that a step settles in a dossier other than a problem: there facts are fields of the sheet, and the step could never be taken. */
export const settledNowhere: Finder = (survey) =>
  survey.flows
    .filter(({ kind }) => kind.is !== 'problem')
    .flatMap(({ kind, legs }) =>
      legs.flatMap(({ roads }) =>
        roads.flatMap((road) =>
          road.route.steps.flatMap((step, at) =>
            step.settles.map((fact, index) =>
              told('dead-end', [...road.path, 'steps', at, 'settles', index], {
                clause: step.clause,
                facts: road.facts,
                about: [road.route.id, step.id, fact, kind.id],
                zh: `${road.route.id} / ${step.id}：“${kind.title.zh}”的分类依据是表单项，请用 fills 填写，不能用 settles 确定“${fact}”`,
                en: `${road.route.id} / ${step.id}: facts of "${kind.id}" are fields of its sheet; fill "${fact}" in (fills), no step settles it`,
              }),
            ),
          ),
        ),
      ),
    );

/** A step called as the end of a route is: `next: end` would mean one of the two by chance. */
export const calledTheEnd: Finder = ({ stands }) =>
  stands
    .filter(({ step }) => step.id === 'end')
    .map(({ road, step, path }) => ({
      ...told('shape', [...path, 'id'], {
        clause: step.clause,
        about: [road.route.id, step.id],
        zh: `${road.route.id}：“end”是结束路径的词，不能作环节的名字`,
        en: `${road.route.id}: "end" ends a route and cannot be the name of a step`,
      }),
      onlyBy: null,
    }));

/** Links by which a tell reaches other dossiers and which nothing ever makes. */
export const linksUnmade: Finder = ({ flows, pack: { policy } }: Survey) => {
  const made = new Set(flows.flatMap(({ kind }) => kind.tells.flatMap((tell) => ('open' in tell ? [tell.link] : []))));
  const byHand = (kind: Kind): readonly Seat[] =>
    (isKnownAct(kind.is, 'link') && (kind.acts['link'] ?? policy.acts['link'])?.by) || [];
  return flows.flatMap(({ kind, path }) =>
    kind.tells.flatMap((tell, at): readonly Found[] => {
      if (!('reach' in tell) || made.has(tell.linked) || byHand(kind).length > 0) return [];
      return [
        told('unknown-name', [...path, 'tells', at, 'linked'], {
          clause: tell.clause,
          about: [kind.id, tell.id, tell.linked],
          zh: `触发“${tell.id}”要找以“${tell.linked}”关联的事项，而没有任何触发或办理（link）会建立这种关联`,
          en: `tell "${tell.id}" looks for dossiers linked as "${tell.linked}", and no tell and no act makes such a link`,
        }),
      ];
    }),
  );
};
