import type { Calendar } from '../../time/index.ts';
import type { Fault, Pack } from '../model.ts';
import { gaps, neverTaken, overlaps } from './choosing.ts';
import { unclearBranches } from './branches.ts';
import { emptyParts } from './empty-parts.ts';
import { judgesOwn } from './judging-own.ts';
import { unknownFields } from './known-fields.ts';
import { neverReached } from './milestones.ts';
import { unknownNames } from './named-things.ts';
import { neverOpened } from './opening.ts';
import { astrayInCharge, nobodyOwes, windowsOverlap } from './owing.ts';
import { personalShown } from './personal.ts';
import { evidenceNowhere } from './proving.ts';
import { calledTheEnd, idleActs, linksUnmade, neverFiled, neverFrozen, settledNowhere } from './running.ts';
import { readersNarrow } from './readers.ts';
import { noRefusal } from './refusing.ts';
import { clausesUnserved } from './serving.ts';
import { tellsLoop, tellsUnfilled } from './tells.ts';
import { clausesMissing } from './clauses.ts';
import { nobodyConfirms, nobodyLeads } from './confirming.ts';
import { doubles } from './doubles.ts';
import { neverAsked } from './evidence.ts';
import { examplesDiffer } from './examples.ts';
import { astrayHouses } from './housed.ts';
import { contestedAtTheEnd, nothingHandedOver } from './handing.ts';
import { unknownFacts } from './known-facts.ts';
import { lastWins, leadsFromOutside, neverDecided } from './joint.ts';
import { holderExtends, idleWords, silentExtensions } from './moving.ts';
import { ambiguousLimits, floorsTooLong, limitsWithoutStart, noLimits, silenceUnsaid } from './limits.ts';
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
  neverAsked,
  clausesMissing,
  drafterReviews,
  holderAccepts,
  holderExtends,
  idleWords,
  silentExtensions,
  copiesToSelf,
  innerLimits,
  floorsTooLong,
  limitsWithoutStart,
  noLimits,
  ambiguousLimits,
  silentTopics,
  examplesDiffer,
  rulingsMissing,
  nobodyConfirms,
];

/**
 * What an edition from before kinds could not say, or answer: it is checked as it was when it was published. Whether it comes to a
 * stop, forgets a fact or leans on what is not there is asked of every edition.
 */
const ofKinds: readonly Finder[] = [
  neverOpened,
  neverReached,
  unclearBranches,
  unknownNames,
  unknownFields,
  personalShown,
  readersNarrow,
  nobodyOwes,
  windowsOverlap,
  astrayInCharge,
  tellsLoop,
  tellsUnfilled,
  emptyParts,
  noRefusal,
  evidenceNowhere,
  judgesOwn,
  lastWins,
  leadsFromOutside,
  silenceUnsaid,
  nobodyLeads,
  clausesUnserved,
  contestedAtTheEnd,
  idleActs,
  neverFrozen,
  neverFiled,
  settledNowhere,
  calledTheEnd,
  linksUnmade,
];

/**
 * Everything in the pack that the program will not decide by itself, each with the ruling that settles it.
 * The pack passes when no fault is left with `ruling` null.
 * @param calendar null where none can be read: due days of examples and limits counted differently stay unchecked.
 */
export function faults(pack: Pack, calendar: Calendar | null): readonly Fault[] {
  const survey = surveyOf(pack, calendar);
  const asking = pack.policy.kinds === undefined ? finders : [...finders, ...ofKinds];
  const found = asking.flatMap((find) => find(survey));
  const { rulings } = pack.policy;
  const known = factsOfPack(survey.pack.policy);
  return [...found, ...rulingsUnused(survey, found)].map((fault) =>
    settled({ ...fault, facts: condensed(fault.facts, known) }, rulings),
  );
}
