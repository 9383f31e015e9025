import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Clause } from '../api/clause.tsx';
import { paths } from '../paths.ts';
import type { EditionView } from './use-edition.ts';

/** After consent: how many problems still wait to be handed over, and the way to them. */
export function HandOver({ view }: { readonly view: EditionView }) {
  const { t } = useTranslation();
  const { id, size } = view.row;
  const waiting = useQuery({
    queryKey: ['problems', 'waiting', id],
    queryFn: () =>
      answered(api.GET('/api/problems', { params: { query: { edition: id, stage: ['consented'], size: 1 } } })),
  });
  const count = waiting.data?.total;
  if (count === undefined) return null;
  return (
    <p className="row small">
      <span>{t('editions.handedOver', { count: size - count })}</span>
      <Link to={paths.register} search={{ edition: id }}>
        {t('editions.seeAll')}
      </Link>
      {count > 0 ? (
        <Link to={paths.register} search={{ edition: id, stage: 'consented' }}>
          {t('editions.toHandOver', { count })}
        </Link>
      ) : (
        <span className="quiet">{t('editions.allHandedOver')}</span>
      )}
      <Clause id="一(二).2" edition={view.policy} />
    </p>
  );
}
