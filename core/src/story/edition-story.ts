import { theCalendar, type Actor } from '../access/index.ts';
import {
  boundOn,
  decideEdition,
  evolveEdition,
  formingOf,
  noEdition,
  type Edition,
  type EditionAsk,
  type EditionEvent,
  type Member,
} from '../edition/index.ts';
import type { Story, StoryAct, Written } from '../policy/index.ts';
import { stepOfTask } from '../procedure/verbs/index.ts';
import { people } from './asking.ts';
import { sittersOf, takersOf } from './cast.ts';
import { paperOf, recordedOf } from './given-values.ts';
import { ruling } from './open-points.ts';
import { byWhoeverMay, outcomeOf, type Attempt, type Lived, type Setting, type Teller } from './play.ts';
import { seenBy, taskAt } from './tasks.ts';

/** A list as a story looks at it: it has come to its end on the day on which it was agreed to. */
type List = Edition & Lived;
type Deed<W extends StoryAct['what']> = Extract<StoryAct, { readonly what: W }>;

const words = '（例）';
const ending = (edition: Edition): List => ({ ...edition, closedOn: edition.consentedOn });
const evolve = (list: List, event: EditionEvent): List => ending(evolveEdition(list, event));

/** Tells a story of a list of problems: what the problems in it are called, and what is done with the list as a whole. */
export function editionTeller({ name, given }: Story, law: Setting['law']): Teller<List> {
  return {
    open: () => form(name, given, { law, on: given.on }),
    play: (list, act) => play(list, act, { law, on: act.on }),
    opened: () => [],
  };
}

const ask = (asking: EditionAsk, list: List, by: readonly Actor[], { law, on }: Setting): Attempt<List> =>
  byWhoeverMay(list, by, (before, person) =>
    outcomeOf(decideEdition({ ...asking, by: person, on }, before, law), before, evolve),
  );

/** Everybody who forms lists: whoever has the first step of theirs. */
const formers = (list: Edition, at: Setting): readonly Actor[] =>
  sittersOf(formingOf(at.law)?.procedure.routes[0]?.steps[0]?.by ?? [], list, at);

function form(name: string, { fields, by }: Story['given'], at: Setting): Attempt<List> {
  const none = ending(noEdition);
  const title = typeof fields['title'] === 'string' ? fields['title'] : name;
  const asking = { type: 'FormEdition', no: 1, title, members: membersIn(fields) ?? [memberCalled(words)] } as const;
  return ask(asking, none, people(by, formers(none, at), at), at);
}

/** The problems that a list is said to hold, by their titles; null where nothing is said. */
function membersIn({ members }: Written): readonly Member[] | null {
  if (members === undefined) return null;
  return (Array.isArray(members) ? members : [members]).map((title) => memberCalled(String(title)));
}

const memberCalled = (title: string): Member => ({
  id: title,
  number: title,
  title,
  description: '',
  place: '',
  township: null,
  field: null,
  facts: {},
  proposedHolder: null,
});

function play(list: List, act: StoryAct, at: Setting): Attempt<List> {
  switch (act.what) {
    case 'do':
      return take(list, act, at);
    case 'return':
      return giveBack(list, act, at);
    case 'fill':
      return change(list, act, at);
    case 'rule': {
      const { ask: asking, by } = ruling(list, act, at);
      return ask(asking, list, by, at);
    }
    default:
      return { stray: act.what };
  }
}

function take(list: List, act: Deed<'do'>, at: Setting): Attempt<List> {
  const task = taskAt(act.step, list, act.by);
  if (!task) return ask({ type: 'TakeStep', task: act.step }, list, [theCalendar], at);
  const step = stepOfTask(list, task, at.law);
  const asking = {
    type: 'TakeStep',
    task: task.id,
    ...(step.copies.some(({ written }) => written) ? { document: paperOf(at.on) } : {}),
    ...(task.external ? { recorded: recordedOf(task.unit!, at) } : {}),
    ...seenBy(boundOn(list, task, at.law)),
  } as const;
  return ask(asking, list, people(act.by, takersOf(task, list, at), at), at);
}

function giveBack(list: List, act: Deed<'return'>, at: Setting): Attempt<List> {
  const task = taskAt(act.step, list, act.by);
  const by = task ? people(act.by, takersOf(task, list, at), at) : [theCalendar];
  const because = { reason: act.reason ?? words, becauseOf: task?.clause ?? '' };
  const recorded = task?.external ? { recorded: recordedOf(task.unit!, at) } : {};
  const asking = { type: 'ReturnStep', task: task?.id ?? act.step, to: act.to ?? '', ...because, ...recorded } as const;
  return ask(asking, list, by, at);
}

/** From now on it holds these problems and no others. */
function change(list: List, act: Deed<'fill'>, at: Setting): Attempt<List> {
  const wanted = membersIn(act.fields) ?? list.members;
  const add = wanted.filter(({ id }) => !list.members.some((member) => member.id === id));
  const remove = list.members.filter(({ id }) => !wanted.some((member) => member.id === id)).map(({ id }) => id);
  return ask({ type: 'ChangeMembers', add, remove }, list, people(act.by, formers(list, at), at), at);
}
