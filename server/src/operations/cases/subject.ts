import { caseLines, decideCase, evolveCase, noCase, type Case, type CaseAsk, type CaseEvent } from '@bihuan/core/case';
import type { Subject } from '../dossiers/subject.ts';
import { caseRows } from './case-row.ts';
import { countDue } from './figures.ts';

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
};
