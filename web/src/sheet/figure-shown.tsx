import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { longDay } from '../i18n/day.ts';
import type { SheetField } from './field.ts';
import { yuanOf } from './money.ts';
import { OfDossier, type Counted } from './of-dossier.ts';

/** A number that the program counted: it opens to its rows, and says since when it stands or that it is still counted. */
export function FigureShown({ field }: { readonly field: SheetField }) {
  const { t, i18n } = useTranslation();
  const { installation } = useSession();
  const { figures, openFigure } = use(OfDossier);
  const counted = figures.find((figure) => figure.field === field.id);
  const words = useFigureWords();
  if (!counted) return <span className="quiet small">{t('sheet.countedLater')}</span>;
  if (counted.value === null) return <span className="quiet">—</span>;
  const day = longDay(counted.fixedOn ?? installation.today, i18n.language);
  return (
    <span className="figure-shown">
      <button
        type="button"
        className="linklike"
        title={t('sheet.openFigure')}
        onClick={(event) => {
          event.preventDefault(); // inside the label of a form it would be clicked twice
          openFigure(field.id);
        }}
      >
        <b>{words(counted.measure, counted.value)}</b>
      </button>
      <span className="quiet tiny">{t(counted.fixedOn ? 'sheet.fixedOn' : 'sheet.countedNow', { day })}</span>
    </span>
  );
}

/** A figure in words: so many dossiers, a number, a sum of money. */
export function useFigureWords(): (measure: Counted['measure'], value: number) => string {
  const { t } = useTranslation();
  return (measure, value) =>
    measure === 'money'
      ? t('sheet.sum', { yuan: yuanOf(value) })
      : measure === 'count'
        ? t('sheet.dossiers', { count: value })
        : value.toLocaleString('en');
}
