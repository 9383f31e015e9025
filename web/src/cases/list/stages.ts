import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import { useText } from '../../i18n/text.ts';

const MERGED = 'merged';

/** The stages that a list goes by: those of the plan, and what was merged, which counts nowhere else and which a plan need not name. */
export function useStages(): (kind: Pick<Kind, 'stages'>) => readonly { readonly id: string; readonly name: string }[] {
  const { t } = useTranslation();
  const text = useText();
  return ({ stages }) => [
    ...stages.map(({ id, title }) => ({ id, name: text(title) })),
    ...(stages.some(({ id }) => id === MERGED) ? [] : [{ id: MERGED, name: t('obstacle.point.merged') }]),
  ];
}
