import type { Calendar } from '../../time/index.ts';
import type { Fault, Pack } from '../model.ts';
import { gaps, neverTaken, overlaps } from './flow/choosing.ts';
import { unclearBranches } from './flow/branches.ts';
import { emptyParts } from './seats/empty-parts.ts';
import { judgesOwn } from './judging/judging-own.ts';
import { strayFigures } from './words/figures.ts';
import { idleMerging } from './words/merging.ts';
import { unkeptFields, unknownFields } from './words/known-fields.ts';
import { neverReached } from './flow/milestones.ts';
import { idleFields } from './words/idle-fields.ts';
import { unknownNames } from './words/named-things.ts';
import { importsUnfilled, neverOpened } from './flow/opening.ts';
import { astrayInCharge, nobodyOwes, remindsTooEarly, windowsOverlap } from './duties/owing.ts';
import { personalShown, personalUnserved } from './words/personal.ts';
import { evidenceNowhere } from './judging/proving.ts';
import {
  calledTheEnd,
  idleActs,
  linksUnmade,
  neverFiled,
  neverFrozen,
  settledNowhere,
  untitledActs,
} from './flow/running.ts';
import { readersNarrow, readsUnguarded } from './seats/readers.ts';
import { contentsNotThere } from './judging/contents.ts';
import { writerReviews } from './judging/own-words.ts';
import { noRefusal } from './judging/refusing.ts';
import { clausesUnserved } from './words/serving.ts';
import { idleStays } from './words/staying.ts';
import { unusedWords } from './words/unused.ts';
import { neverConfirmed } from './duties/confirmed.ts';
import { strayEach } from './duties/each.ts';
import { tellsLoop } from './duties/circles.ts';
import { tellsUnheard } from './duties/reaching.ts';
import { tellsUnfilled } from './duties/tells.ts';
import { clausesMissing } from './words/clauses.ts';
import { nobodyConfirms, nobodyLeads } from './seats/confirming.ts';
import { doubles } from './words/doubles.ts';
import { neverAsked } from './judging/evidence.ts';
import { examplesDiffer } from './words/examples.ts';
import { astrayHeirs, astrayHouses } from './seats/housed.ts';
import { contestedAtTheEnd, copiesUnsettled, nothingHandedOver } from './flow/handing.ts';
import { unknownFacts } from './words/known-facts.ts';
import { lastWins, leadsFromOutside, neverDecided } from './judging/joint.ts';
import { holderExtends, idleWords, silentExtensions } from './limits/moving.ts';
import { ambiguousLimits, floorsTooLong, limitsWithoutStart, noLimits, silenceUnsaid } from './limits/limits.ts';
import { innerLimits } from './limits/nesting.ts';
import { condensed } from './survey/condense.ts';
import { factsOfPack } from './survey/kinds.ts';
import { tooEarly } from './flow/too-early.ts';
import { closedInTheMiddle, noWayOn } from './flow/ways-on.ts';
import { copiesToSelf, drafterReviews, holderAccepts } from './judging/own-work.ts';
import { unitNames } from './words/names.ts';
import { postsUnheld, unknownPosts, unknownRoles } from './seats/posts.ts';
import { rulingsMissing, rulingsUnused, settled } from './words/rulings.ts';
import { nobodySignsIn, nobodyToName } from './seats/signing-in.ts';
import type { Finder } from './survey/survey.ts';
import { surveyOf } from './survey/surveying.ts';
import { silentTopics } from './words/topics.ts';
import { circles, unknownSteps, unreachableSteps } from './flow/walking.ts';
import { nobodyWrites, writtenElsewhere } from './flow/writing.ts';

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
  astrayHeirs,
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
  importsUnfilled,
  neverReached,
  unclearBranches,
  unknownNames,
  unknownFields,
  unkeptFields,
  idleFields,
  idleMerging,
  strayFigures,
  personalShown,
  personalUnserved,
  readersNarrow,
  nobodyOwes,
  windowsOverlap,
  remindsTooEarly,
  strayEach,
  astrayInCharge,
  tellsLoop,
  tellsUnfilled,
  tellsUnheard,
  writtenElsewhere,
  emptyParts,
  noRefusal,
  evidenceNowhere,
  judgesOwn,
  lastWins,
  leadsFromOutside,
  silenceUnsaid,
  nobodyLeads,
  clausesUnserved,
  unusedWords,
  idleStays,
  copiesUnsettled,
  readsUnguarded,
  contestedAtTheEnd,
  idleActs,
  untitledActs,
  neverFrozen,
  neverFiled,
  neverConfirmed,
  settledNowhere,
  calledTheEnd,
  linksUnmade,
  contentsNotThere,
  writerReviews,
  nobodyToName,
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
