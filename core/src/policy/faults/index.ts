import type { Calendar } from '../../time/index.ts';
import type { Fault, Pack } from '../model.ts';
import { gaps, neverTaken, overlaps } from './choosing.ts';
import { clausesMissing } from './clauses.ts';
import { nobodyConfirms } from './confirming.ts';
import { doubles } from './doubles.ts';
import { evidenceNeverAsked } from './evidence.ts';
import { examplesDiffer } from './examples.ts';
import { astrayHouses } from './housed.ts';
import { nothingHandedOver } from './handing.ts';
import { unknownFacts } from './known-facts.ts';
import { neverDecided } from './joint.ts';
import { holderExtends, idleWords, silentExtensions } from './moving.ts';
import { ambiguousLimits, limitsWithoutStart, noLimits } from './limits.ts';
import { innerLimits } from './nesting.ts';
import { condensed } from './condense.ts';
import { factsOfPack } from './kinds.ts';
import { tooEarly } from './too-early.ts';
import { closedInTheMiddle, noWayOn } from './ways-on.ts';
import { copiesToSelf, drafterReviews, holderAccepts } from './own-work.ts';
import { unitNames } from './names.ts';
import { postsUnheld, unknownPosts, unknownRoles } from './posts.ts';
import { rulingsMissing, rulingsUnused, settled } from './rulings.ts';
import { nobodySignsIn } from './signing-in.ts';
import type { Finder } from './survey.ts';
import { surveyOf } from './surveying.ts';
import { silentTopics } from './topics.ts';
import { circles, unknownSteps, unreachableSteps } from './walking.ts';
import { nobodyWrites } from './writing.ts';

const finders: readonly Finder[] = [
  doubles,
  unitNames,
  overlaps,
  gaps,
  neverTaken,
  unknownSteps,
  unreachableSteps,
  circles,
  closedInTheMiddle,
  noWayOn,
  nothingHandedOver,
  neverDecided,
  nobodyWrites,
  unknownRoles,
  astrayHouses,
  unknownPosts,
  postsUnheld,
  nobodySignsIn,
  unknownFacts,
  tooEarly,
  evidenceNeverAsked,
  clausesMissing,
  drafterReviews,
  holderAccepts,
  holderExtends,
  idleWords,
  silentExtensions,
  copiesToSelf,
  innerLimits,
  limitsWithoutStart,
  noLimits,
  ambiguousLimits,
  silentTopics,
  examplesDiffer,
  rulingsMissing,
  nobodyConfirms,
];

/**
 * Everything in the pack that the program will not decide by itself, each with the ruling that settles it.
 * The pack passes when no fault is left with `ruling` null.
 * @param calendar null where none can be read: due days of examples and limits counted differently stay unchecked.
 */
export function faults(pack: Pack, calendar: Calendar | null): readonly Fault[] {
  const survey = surveyOf(pack, calendar);
  const found = finders.flatMap((find) => find(survey));
  const { rulings } = pack.policy;
  const known = factsOfPack(survey.pack.policy);
  return [...found, ...rulingsUnused(survey, found)].map((fault) =>
    settled({ ...fault, facts: condensed(fault.facts, known) }, rulings),
  );
}
