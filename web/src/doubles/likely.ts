import type { UseQueryOptions } from '@tanstack/react-query';
import type { Text } from '../i18n/text.ts';

/** A dossier that probably is the same, and each reason for thinking so. */
export type LikelyTwin = {
  readonly dossier: string;
  readonly number: string;
  readonly title: string;
  readonly because: readonly Text[];
};

/** How what a dossier probably is a double of is looked up. */
export type LikelyOf = (id: string) => UseQueryOptions<readonly LikelyTwin[]>;
