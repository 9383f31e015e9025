import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { policiesQuery, useReadingNo } from './query.ts';

/** 按第几次解读办理: by which reading a dossier goes, and that there is a later one. Nothing where the edition was read once. */
export function UnderReading({ policy }: { readonly policy: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(policiesQuery);
  const no = useReadingNo();
  const own = data?.policies.find(({ edition }) => edition === policy);
  if (!own || (own.reading === 1 && own.later === null)) return null;
  return (
    <span>
      <Link to={paths.rules} search={{ edition: policy, part: 'reading' }}>
        {t('readings.under', { no: own.reading })}
      </Link>
      {own.later && (
        <>
          {' · '}
          <Link to={paths.rules} search={{ edition: own.later, part: 'reading' }}>
            {t('readings.later', { no: no(own.later) })}
          </Link>
        </>
      )}
    </span>
  );
}
