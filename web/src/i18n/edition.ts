import { useTranslation } from 'react-i18next';

const EDITION = /\/(\d{4}-\d{2}-\d{2})(?:\.r(\d+))?$/;

/** An edition of the plan as people name it: the day from which it is in force, and which reading of it, where it was read anew. */
export function useEditionName(): (edition: string) => string {
  const { t } = useTranslation();
  return (edition) => {
    const [, day = edition, no] = EDITION.exec(edition) ?? [];
    return no === undefined ? day : `${day} ${t('readings.no', { no })}`;
  };
}
