import { isKnownAct } from '../../known-acts.ts';
import { isTold } from '../../milestones.ts';
import type { Kind, Milestone, Tell } from '../../model.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

type Reaching = Extract<Tell, { readonly reach: Milestone }>;

/**
 * Tells that nobody hears: no kind that may be linked so waits for the milestone, its own code reaches it and nobody is told into
 * it, or what is linked is a list of problems. Nothing would happen at run time, and nobody would be told.
 */
export const tellsUnheard: Finder = (survey) =>
  survey.flows.flatMap(({ kind, path }) =>
    kind.tells.flatMap((tell, at) =>
      'reach' in tell ? unheard(kind, tell, [...path, 'tells', at, 'reach'], survey) : [],
    ),
  );

function unheard(kind: Kind, tell: Reaching, path: Found['path'], survey: Survey): readonly Found[] {
  const opening = survey.flows.filter((flow) => opens(flow.kind, kind, tell.linked));
  const linked = flowsLinked(kind, tell, survey);
  if (linked.length === 0) return []; // a link that nothing makes is a fault of its own
  const about = [kind.id, tell.id, tell.reach];
  const { clause } = tell;
  const deaf = opening.filter((flow) => !isTold(flow.kind.is, tell.reach));
  // whoever is linked by its opening and cannot be told is named; else it is the milestone that nobody knows
  if (deaf.length === 0 && !linked.some((flow) => isTold(flow.kind.is, tell.reach) && waitsFor(flow, tell.reach)))
    return [
      told('milestone-unreached', path, {
        clause,
        about,
        zh: `触发“${tell.id}”要使以“${tell.linked}”关联的事项到达“${tell.reach}”，而能这样关联、能被触发的事项类型没有一个写到这个节点`,
        en: `tell "${tell.id}" has dossiers linked as "${tell.linked}" reach "${tell.reach}", and no kind that may be linked so, and that a tell reaches, knows it`,
      }),
    ];
  return deaf.map((flow) => untold(flow.kind, tell, about, path));
}

const untold = ({ id, is, title }: Kind, tell: Reaching, about: readonly string[], path: Found['path']): Found =>
  told('milestone-unreached', path, {
    clause: tell.clause,
    about: [...about, id],
    ...(is === 'edition'
      ? {
          zh: `触发“${tell.id}”推不动“${title.zh}”：别的事项的触发到不了问题清单（is: edition）`,
          en: `tell "${tell.id}" does not move "${id}": no tell of another dossier reaches a list of problems (is: edition)`,
        }
      : {
          zh: `触发“${tell.id}”推不动“${title.zh}”：“${tell.reach}”由程序在办理中到达，不能由别的事项触发`,
          en: `tell "${tell.id}" does not move "${id}": "${tell.reach}" is reached by its own work in the program, and no tell of another dossier brings it there`,
        }),
  });

/** Flows of the kinds that a dossier of this one may be linked with as its tell says: by a tell that opens it, or by hand. */
export const flowsLinked = (kind: Kind, tell: Reaching, survey: Survey): readonly Flow[] =>
  linkedByHand(kind, survey)
    ? survey.flows
    : [...survey.flows.filter((flow) => opens(flow.kind, kind, tell.linked)), ...reaching(kind, tell, survey)];

/** Whoever opens a dossier by a tell is what the new one is linked with. */
const opens = (kind: Kind, other: Kind, link: string): boolean =>
  kind.tells.some((tell) => 'open' in tell && tell.open === other.id && tell.link === link);

/** Kinds whose own tells reach this one by the same link: from then on it is linked with them. */
const reaching = (kind: Kind, { linked }: Reaching, { flows }: Survey): readonly Flow[] =>
  flows.filter(
    (flow) => flow.kind !== kind && flow.kind.tells.some((tell) => 'reach' in tell && tell.linked === linked),
  );

const linkedByHand = (kind: Kind, { pack: { policy } }: Survey): boolean =>
  isKnownAct(kind.is, 'link') && (kind.acts['link'] ?? policy.acts['link']) !== undefined;

/** Whether anything in dossiers of this kind follows from the milestone: its end, a stretch, a stage, a limit, a tell, a figure that it fixes. */
function waitsFor({ kind, legs }: Flow, milestone: Milestone): boolean {
  const steps = legs.flatMap(({ roads }) => roads.flatMap(({ route }) => route.steps));
  const named = [
    ...kind.flow.flatMap(({ begins }) => begins),
    ...kind.stages.flatMap(({ from }) => from),
    ...kind.tells.map(({ on }) => on),
    // a dossier that is told of its end is closed by it, whatever else follows, and figures stand from then on unless it says otherwise
    'closed',
    ...kind.sheet.flatMap(
      ({ fixedAt, type }) => fixedAt ?? (type === 'figure' && kind.is === 'gathering' ? 'frozen' : []),
    ),
    ...steps.flatMap(({ limits, earliest }) => [...limits, ...(earliest ? [earliest] : [])].map(({ from }) => from)),
  ];
  return named.includes(milestone);
}
