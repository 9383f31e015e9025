import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';
import type { Timed } from './dossier.ts';
import { DueDrawer } from './due-drawer.tsx';

type Due = {
  readonly dossier: Timed;
  /** What its end is called, where that is not a problem's. */
  readonly over?: string;
};

/** The light; it opens to the arithmetic of every limit of this dossier. */
export function DueButton({ dossier, over }: Due) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const [open, setOpen] = useState(false);
  const { row, clocks } = dossier;
  const nearest = clocks.find((clock) => clock.metOn === null && !clock.floor && clock.light.due === row.light.due);
  const still = row.light.level === 'paused' ? (row.light.title ?? '') : null;
  const due = `${longDay(row.light.due, i18n.language)} ${text(nearest?.title) || (row.light.title ?? '')}`;
  return (
    <>
      <button type="button" className="due-button" onClick={() => setOpen(true)} title={t('due.open')}>
        <Light light={row.light} closed={row.closedOn !== null} over={over} />
        <span className="quiet tiny">
          {row.closedOn ? longDay(row.closedOn, i18n.language) : row.light.due ? due : (still ?? t('due.silent'))}
        </span>
      </button>
      <DueDrawer dossier={dossier} open={open} close={() => setOpen(false)} />
    </>
  );
}
