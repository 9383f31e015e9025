import { useTranslation } from 'react-i18next';

type Waiting = {
  /** The day it bears, in words. */
  readonly day: string;
  /** Days it has waited where no limit runs; null where one does. */
  readonly waited: number | null;
};

/** Since when a line stands there, and how long it has waited where no limit says so. */
export function Since({ day, waited }: Waiting) {
  const { t } = useTranslation();
  return (
    <span className="quiet tiny since">
      {day} {waited !== null && waited > 0 && <b className="nowrap">{t('workbench.waited', { count: waited })}</b>}
    </span>
  );
}
