import type { Services } from '../../services.ts';

/** How long what somebody was told is kept. */
export const KEPT_DAYS = 90;

/** The instant so many days before now. */
export const daysAgo = ({ now }: Pick<Services, 'now'>, days: number): string =>
  new Date(Date.parse(now()) - days * 86_400_000).toISOString();
