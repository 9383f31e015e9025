import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { AcceptanceTab } from './acceptance-tab.tsx';
import { BasicsTab } from './basics-tab.tsx';
import { ClausesTab } from './clauses-tab.tsx';
import type { Dossier } from './dossier.ts';
import { EvidenceTab } from './evidence-tab.tsx';
import { Leaves } from './leaves.tsx';
import { ObjectionsList } from '../objections/list.tsx';
import { QuestionsList } from '../questions/list.tsx';
import { PlanTab } from './plan-tab.tsx';
import { ProgressTab } from './progress-tab.tsx';

const PAGES: Readonly<Record<string, FC<{ readonly dossier: Dossier }>>> = {
  basics: BasicsTab,
  plan: PlanTab,
  progress: ProgressTab,
  evidence: EvidenceTab,
  acceptance: AcceptanceTab,
  questions: QuestionsList,
  objections: ObjectionsList,
  clauses: ClausesTab,
};

/** Pages that most dossiers do not need. */
const seldom = new Set(['questions', 'objections']);

type Book = { readonly dossier: Dossier; readonly tab: string; readonly turn: (tab: string) => void };

/** 基本情况, 整改方案, 进展, 佐证材料, 验收销号, 待定事项 and 异议 where there are any, 依据条款. */
export function Tabs({ dossier, tab, turn }: Book) {
  const { t } = useTranslation();
  const counts: Readonly<Record<string, number>> = {
    progress: dossier.measures.length,
    evidence: dossier.evidence.length,
    questions: dossier.questions.length,
    objections: dossier.objections.length,
  };
  const leaves = Object.entries(PAGES)
    .filter(([id]) => !seldom.has(id) || (counts[id] ?? 0) > 0)
    .map(([id, Page]) => ({ id, name: t(`dossier.${id}`), count: counts[id] ?? 0, page: <Page dossier={dossier} /> }));
  return <Leaves leaves={leaves} at={tab} turn={turn} />;
}
