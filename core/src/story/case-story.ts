import { theCalendar } from '../access/index.ts';
import { noCase, numberFor, tellsOf, type Case, type CaseAsk, type Owed } from '../case/index.ts';
import type { Kind, Story, StoryAct } from '../policy/index.ts';
import { askCase, people, type Around } from './asking.ts';
import { caseDeeds, type CaseDeed } from './case-deeds.ts';
import { sittersOf } from './cast.ts';
import { partsFor, valuesFor } from './given-values.ts';
import type { Attempt, Setting, Teller } from './play.ts';

/** Tells a story of a plain dossier through the same decisions that the server asks for. */
export function caseTeller(story: Story, kind: Kind, law: Setting['law']): Teller<Case> {
  const { on, figures: counted = {} } = story.given;
  return {
    open: () => opening(story, { kind, law, on, counted }),
    play: (dossier, act) => play(dossier, act, { kind, law, on: act.on, counted }),
    opened: (before, after) => tellsOf(before, after, law).flatMap((told) => ('open' in told ? [told.open.kind] : [])),
  };
}

function opening({ given }: Story, at: Around): Attempt<Case> {
  const { owed, by, from, fields, parts } = given;
  const { kind } = at;
  const asking: CaseAsk = {
    type: 'OpenCase',
    kind: kind.id,
    number: numberFor(kind, given.on, 1),
    values: valuesFor(kind, fields, at),
    parts: partsFor(parts, at),
    ...(from === undefined ? {} : { from }),
    ...(owed ? { owed: owedIn(owed) } : {}),
    // what only a tell opens is opened by the act that reached its milestone
    ...(!owed && !kind.opens ? { told: true } : {}),
  };
  const openers = owed || !kind.opens ? [theCalendar] : sittersOf(kind.opens.by, noCase, at);
  return askCase(asking, noCase, people(by, openers, at), at);
}

/** A return as the calendar would open it. */
const owedIn = ({ for: row, ...owed }: NonNullable<Story['given']['owed']>): Owed => ({
  ...owed,
  field: row ?? null,
  openedLate: false,
});

function play<W extends StoryAct['what']>(
  dossier: Case,
  act: Extract<StoryAct, { readonly what: W }>,
  at: Around,
): Attempt<Case> {
  const deed = caseDeeds[act.what] as CaseDeed<W>; // the table is keyed by what is done
  return deed(dossier, act, at);
}
