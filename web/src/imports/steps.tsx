import { useTranslation } from 'react-i18next';
import type { ImportView } from './use-import.ts';

const STEPS = ['file', 'head', 'rows', 'done'] as const;

/** At which of the four steps an import stands. */
export function stepOf({ state, questions, kind }: Pick<ImportView, 'state' | 'questions' | 'kind'>): number {
  if (kind === 'unreadable') return 0;
  if (state === 'read' || questions.length > 0) return 1;
  return state === 'mapped' || state === 'checked' ? 2 : 3;
}

/** 文件 → 表头对应 → 逐行核对 → 完成, with where this one stands. */
export function Steps({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation();
  const at = stepOf(view);
  return (
    <ol className="import-steps">
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'done' : index === at ? 'open' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          {index + 1} {t(`imports.step.${step}`)}
          {index < at && <span className="quiet"> ✓</span>}
        </li>
      ))}
    </ol>
  );
}
