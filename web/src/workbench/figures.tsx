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

/** Past this many a figure says only that there are more. */
const COUNTED = 250;

type Row = {
  readonly counts: Counts | undefined;
  /** Without a register there is nothing to close. */
  readonly hasRegister: boolean;
  readonly chosen: string;
  readonly open: (figure: Figure) => void;
};

/** The figures of the day; each opens to exactly the lines that it counts. */
export function Figures({ counts, hasRegister, chosen, open }: Row) {
  const { t } = useTranslation();
  const rare: Partial<Record<Figure, boolean>> = { owed: (counts?.owed ?? 0) > 0, closedThisMonth: hasRegister };
  const shown = ORDER.filter((figure) => rare[figure] ?? true);
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
          <b>{counts ? counted(counts[figure]) : '–'}</b>
          {t(`workbench.${figure}`)}
        </button>
      ))}
    </nav>
  );
}

const counted = (count: number): string => (count > COUNTED ? `${COUNTED}+` : String(count));
