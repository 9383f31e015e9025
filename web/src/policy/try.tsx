import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { Explained } from '../route/explained.tsx';
import type { Edition } from './edition.ts';

type Trying = { readonly edition: Edition; readonly go: (changed: Record<string, string>) => void };

/** 试一试: facts in, routes out, with what would have changed them. The facts stand in the address. */
export function Try({ edition, go }: Trying) {
  const { t } = useTranslation();
  const text = useText();
  const search = useSearch({ strict: false });
  const id = edition.policy.edition;
  const asked = edition.policy.facts.filter(({ values }) => values.length > 0);
  const facts = Object.fromEntries(
    asked.flatMap((fact) => {
      const value = search[fact.id] ?? fact.values[0]?.id;
      return value ? [[fact.id, value]] : [];
    }),
  );
  const explained = useQuery({
    queryKey: ['explain', id, facts],
    staleTime: Infinity,
    queryFn: () =>
      answered(api.POST('/api/policies/{edition}/explain', { params: { path: { edition: id } }, body: { facts } })),
  });
  return (
    <>
      <div className="row" style={{ marginBottom: 12 }}>
        {asked.map((fact) => (
          <span key={fact.id} className="row">
            <label htmlFor={`try-${fact.id}`}>{text(fact.label)}</label>
            <Select
              id={`try-${fact.id}`}
              style={{ width: 180 }}
              {...(facts[fact.id] ? { value: facts[fact.id] } : {})}
              options={fact.values.map((value) => ({ value: value.id, label: text(value.label) }))}
              onChange={(value: string) => go({ [fact.id]: value })}
            />
          </span>
        ))}
        <span className="quiet small">{t('policy.tryHint')}</span>
      </div>
      {explained.isPending && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      {explained.isError && <Trouble error={explained.error} again={() => void explained.refetch()} />}
      {explained.data && <Explained explanation={explained.data} />}
    </>
  );
}
