import './tabs.css';
import { Tabs as Bar } from 'antd';
import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { AcceptanceTab } from './acceptance-tab.tsx';
import { BasicsTab } from './basics-tab.tsx';
import { ClausesTab } from './clauses-tab.tsx';
import type { Dossier } from './dossier.ts';
import { EvidenceTab } from './evidence-tab.tsx';
import { PlanTab } from './plan-tab.tsx';
import { ProgressTab } from './progress-tab.tsx';
import { usePrinting } from './printing.ts';

const PAGES = {
  basics: BasicsTab,
  plan: PlanTab,
  progress: ProgressTab,
  evidence: EvidenceTab,
  acceptance: AcceptanceTab,
  clauses: ClausesTab,
} satisfies Record<string, FC<{ readonly dossier: Dossier }>>;
export type TabId = keyof typeof PAGES;

type Book = { readonly dossier: Dossier; readonly tab: string; readonly turn: (tab: TabId) => void };

/** 基本情况, 整改方案, 进展, 佐证材料, 验收销号, 依据条款. */
export function Tabs({ dossier, tab, turn }: Book) {
  const { t } = useTranslation();
  const counts: Partial<Record<TabId, number>> = {
    progress: dossier.measures.length,
    evidence: dossier.evidence.length,
  };
  if (usePrinting()) return <WholeBook dossier={dossier} />;
  const items = Object.entries(PAGES).map(([key, Page]) => ({
    key,
    label: counts[key as TabId] ? `${t(`dossier.${key}`)} ${counts[key as TabId]}` : t(`dossier.${key}`), // a key of PAGES
    children: <Page dossier={dossier} />,
  }));
  return (
    <Bar
      size="small"
      activeKey={tab in PAGES ? tab : 'basics'}
      items={items}
      onChange={(key) => turn(key as TabId)} // a key of PAGES
      destroyOnHidden
    />
  );
}

/** Every part under its own title: on paper nothing can be turned to. */
function WholeBook({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  return Object.entries(PAGES).map(([key, Page]) => (
    <section key={key} className="leaf">
      <h2>{t(`dossier.${key}`)}</h2>
      <Page dossier={dossier} />
    </section>
  ));
}
