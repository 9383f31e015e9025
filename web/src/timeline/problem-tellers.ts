import { countOf, inside, listIn, said, type Tellers } from './entry.ts';

/** What only a problem or an edition has in its log. */
export const problemTellers: Tellers = {
  ListedInEdition: (_entry, { no }) => ({ fill: { no: said(no) } }),
  TakenOffEdition: (_entry, { no }) => ({ fill: { no: said(no) } }),
  EditionConsented: (_entry, { no }) => ({ fill: { no: said(no) } }),
  EditionFormed: (_entry, { no, members }) => ({ fill: { no: said(no), count: countOf(members) } }),
  MembersChanged: (_entry, { added, removed }) => ({ fill: { added: countOf(added), removed: countOf(removed) } }),
  EditionFrozen: (_entry, { size, digest }) => ({ fill: { count: said(size), digest: said(digest).slice(0, 12) } }),
  EditionAgreed: (_entry, { digest }) => ({ fill: { digest: said(digest).slice(0, 12) } }),
  HandedOver: ({ unitName }, _detail, { unit }) => ({ fill: { unit: unit(unitName) } }),
  HandOverArbitrated: ({ unitName }, { outcome }, { unit }) => ({
    key: `HandOverArbitrated.${said(outcome)}`,
    fill: { unit: unit(unitName) },
  }),
  PlanWritten: (_entry, { plan }) => ({ fill: { count: listIn(inside(plan, 'measures')).length } }),
  ProgressReported: (_entry, { percent }) => ({ fill: { percent: said(percent) } }),
  MeasuresReopened: (_entry, { measures }) => ({ fill: { count: listIn(measures).length }, tone: 'back' }),
  EvidenceProves: (_entry, { measures }) => ({ fill: { count: listIn(measures).length } }),
  EvidenceAdded: (_entry, { evidence }, names) => ({ fill: { kind: names.evidence(said(inside(evidence, 'kind'))) } }),
  ToldApart: (_entry, { apart }) => ({
    fill: {
      numbers: listIn(apart)
        .map((one) => said(inside(one, 'number')))
        .join('、'),
    },
  }),
  ProblemMerged: (_entry, { into }) => ({ fill: { number: said(inside(into, 'number')) }, tone: 'end' }),
  ProblemUnmerged: (_entry, { from }) => ({ fill: { number: said(inside(from, 'number')) }, tone: 'back' }),
  DoubleAbsorbed: (_entry, { double }) => ({ fill: { number: said(inside(double, 'number')) } }),
  DoubleReleased: (_entry, { double }) => ({ fill: { number: said(inside(double, 'number')) }, tone: 'back' }),
  Urged: ({ unitName }, _detail, { unit }) => ({ fill: { unit: unit(unitName) } }),
};
