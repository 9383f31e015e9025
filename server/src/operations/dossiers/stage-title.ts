import type { Kind, Text } from '@bihuan/core/policy';

/** Stages that a dossier can come to without its plan naming them. */
const ENDS: Readonly<Record<string, Text>> = {
  closed: { zh: '已办结', en: 'Closed' },
  merged: { zh: '已并入', en: 'Merged' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** What the dossier's own edition calls the stage. */
export const stageTitle = (kind: Kind | null, stage: string): Text =>
  kind?.stages.find(({ id }) => id === stage)?.title ?? ENDS[stage] ?? { zh: stage };
