import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { shortNames } from '../units/short-names.ts';
import { useAsked, type Book } from './use-book.ts';

/** Posts that nobody holds and that work waits at, for whoever has to see to them: each opens its unit. */
export function Waiting({ book }: { readonly book: Book }) {
  const { t } = useTranslation();
  const { ask } = useAsked();
  const labels = useLabels();
  const waiting = useQuery({ queryKey: ['vacancies'], queryFn: () => answered(api.GET('/api/vacancies')) });
  const seats = (waiting.data?.vacancies ?? []).filter(({ unit }) => unit !== null);
  if (seats.length === 0) return null;
  const short = shortNames(book.units);
  return (
    <Alert
      type="warning"
      showIcon
      className="no-print"
      title={t('people.waiting')}
      description={seats.map(({ unit, unitName, post, count }) => (
        <button
          key={`${unit} ${post}`}
          type="button"
          className="linklike waiting"
          onClick={() => ask({ unit: unit ?? '' })}
        >
          {t('people.waitingAt', {
            seat: t('obstacle.seat', {
              unit: short.get(unitName ?? '') ?? unitName,
              post: post === '*' ? t('workbench.errand.anyPost') : labels.post(post),
            }),
            count,
          })}
        </button>
      ))}
    />
  );
}
