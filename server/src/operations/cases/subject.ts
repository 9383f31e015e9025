import {
  absorbedCase,
  caseLines,
  decideCase,
  evolveCase,
  noCase,
  type Case,
  type CaseAsk,
  type CaseEvent,
} from '@bihuan/core/case';
import type { Law } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import type { Subject } from '../dossiers/subject.ts';
import { caseRows } from './case-row.ts';
import { countDue } from './figures.ts';

/** A merger and its end are acts on two dossiers. */
function twinOf(id: string, ask: CaseAsk, dossier: Case, { on, law }: { readonly on: PlainDate; readonly law: Law }) {
  const { number, title, merged } = dossier;
  if (ask.type === 'MergeInto') {
    const told = absorbedCase(id, dossier, { on, law });
    return { dossier: ask.into.dossier, ask: { type: 'AbsorbDouble', ...told, reason: ask.reason } } as const;
  }
  if (ask.type !== 'Unmerge' || !merged) return null;
  const double = { dossier: id, number, title };
  return { dossier: merged.into.dossier, ask: { type: 'ReleaseDouble', double, reason: ask.reason } } as const;
}

/** A dossier of the plan's own kinds as one of those that are commanded in one way. */
export const caseSubject: Subject<Case, CaseAsk, CaseEvent> = {
  kind: 'case',
  absent: noCase,
  decide: decideCase,
  counted: countDue,
  evolve: evolveCase,
  titleOf: ({ title }) => title,
  lines: caseLines,
  telling: (dossier) => dossier,
  rows: caseRows,
  twin: twinOf,
};
