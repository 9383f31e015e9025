import { useTranslation } from 'react-i18next';
import { ClausesTab } from '../../dossier/clauses-tab.tsx';
import { CopiesList } from '../../dossier/copies-list.tsx';
import { EvidenceTab } from '../../dossier/evidence-tab.tsx';
import { Leaves, type Leaf } from '../../dossier/leaves.tsx';
import { LinksList } from '../../dossier/links-list.tsx';
import { QuestionsList } from '../../questions/list.tsx';
import type { Case } from './case.ts';
import { ObjectionsList } from '../../objections/list.tsx';
import { SheetTab } from './sheet-tab.tsx';
import { StepsTab } from './steps-tab.tsx';

type Book = { readonly dossier: Case; readonly tab: string; readonly turn: (tab: string) => void };

/** The sheet, the steps, evidence, copies, linked dossiers, questions and objections where there are any, clauses. */
export function Tabs({ dossier, tab, turn }: Book) {
  const { t } = useTranslation();
  const all: readonly Omit<Leaf, 'name'>[] = [
    { id: 'sheet', page: <SheetTab dossier={dossier} /> },
    { id: 'steps', page: <StepsTab dossier={dossier} /> },
    { id: 'evidence', count: dossier.evidence.length, page: <EvidenceTab dossier={dossier} /> },
    { id: 'copies', count: dossier.copies.length, page: <CopiesList dossier={dossier} /> },
    { id: 'links', count: dossier.links.length, page: <LinksList links={dossier.links} /> },
    { id: 'questions', count: dossier.questions.length, page: <QuestionsList dossier={dossier} /> },
    { id: 'objections', count: dossier.objections.length, page: <ObjectionsList dossier={dossier} /> },
    { id: 'clauses', page: <ClausesTab dossier={dossier} /> },
  ];
  const leaves = all
    .filter(({ id, count }) => id === 'evidence' || count !== 0)
    .map((leaf) => ({ ...leaf, name: t(`cases.tab.${leaf.id}`) }));
  return <Leaves leaves={leaves} at={tab} turn={turn} />;
}
