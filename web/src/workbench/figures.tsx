import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';

type Counts = Schema<'Workbench'>['counts'];
export type Figure = keyof Counts;

const ORDER = [
  'todo',
  'near',
  'overdue',
  'watching',
  'unread',
  'owed',
  'closedThisMonth',
] as const satisfies readonly Figure[];
/** Colours of figures that mean a light; they are said in words beside it. */
const LOOK: Partial<Record<Figure, string>> = { near: 'near', overdue: 'late' };

type Row = { readonly counts: Counts | undefined; readonly chosen: Figure; readonly open: (figure: Figure) => void };

/** The figures of the day; each opens to exactly the lines that it counts. */
export function Figures({ counts, chosen, open }: Row) {
  const { t } = useTranslation();
  const shown = ORDER.filter((figure) => figure !== 'owed' || (counts?.owed ?? 0) > 0);
  return (
    <nav className="figures" aria-label={t('workbench.figures')}>
      {shown.map((figure) => (
        <button
          key={figure}
          type="button"
          className={counts?.[figure] ? LOOK[figure] : 'none'}
          aria-pressed={chosen === figure}
          onClick={() => open(figure)}
        >
          <b>{counts?.[figure] ?? '–'}</b>
          {t(`workbench.${figure}`)}
        </button>
      ))}
    </nav>
  );
}
