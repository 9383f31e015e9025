import './tabs.css';
import { Tabs as Bar } from 'antd';
import type { ReactNode } from 'react';
import { usePrinting } from './printing.ts';

/** One part of a dossier under its name; `count`: how many things are in it, where that is worth saying. */
export type Leaf = { readonly id: string; readonly name: string; readonly count?: number; readonly page: ReactNode };

type Book = { readonly leaves: readonly Leaf[]; readonly at: string; readonly turn: (leaf: string) => void };

/** The parts of a dossier as tabs; on paper, where nothing can be turned to, each under its own title. */
export function Leaves({ leaves, at, turn }: Book) {
  if (usePrinting())
    return leaves.map(({ id, name, page }) => (
      <section key={id} className="leaf">
        <h2>{name}</h2>
        {page}
      </section>
    ));
  const items = leaves.map(({ id, name, count, page }) => ({
    key: id,
    label: count ? `${name} ${count}` : name,
    children: page,
  }));
  const active = leaves.some(({ id }) => id === at) ? at : (leaves[0]?.id ?? '');
  return <Bar size="small" activeKey={active} items={items} onChange={turn} destroyOnHidden />;
}
