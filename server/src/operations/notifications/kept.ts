import type { Services } from '../../services.ts';

/** How long what somebody was told is kept. */
export const KEPT_DAYS = 90;

/** The instant at which the day so many days before today began: reading goes on where nothing may be recorded. */
export const daysAgo = ({ today }: Pick<Services, 'today'>, days: number): string =>
  new Date(Date.parse(`${today()}T00:00:00+08:00`) - days * 86_400_000).toISOString();
