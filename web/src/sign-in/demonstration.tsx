import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { officesOf } from './offices.ts';

type Invented = Schema<'DemonstrationPeople'>['people'][number];

/** One click per invented person, by office. Only there when the server runs as a demonstration on this machine. */
export function DemonstrationDoors({ enterAs }: { readonly enterAs: (person: string) => Promise<void> }) {
  const { t } = useTranslation();
  const text = useText();
  const [words, setWords] = useState('');
  const people = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => answered(api.GET('/api/demonstration/people')),
  });
  const offices = officesOf(people.data?.people ?? [], words, (person) => text(person.postName));
  return (
    <section className="sheet" aria-label={t('signIn.demonstration')}>
      <h2>{t('signIn.demonstration')}</h2>
      <p className="quiet small">{t('signIn.demonstrationHint')}</p>
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('signIn.filter')}
        aria-label={t('signIn.filter')}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="offices">
        {people.isPending && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
        {people.isError && <Trouble error={people.error} again={() => void people.refetch()} />}
        {people.data && offices.length === 0 && <p className="nothing">{t('signIn.nobody')}</p>}
        {offices.map((office) => (
          <Office key={office.name} name={office.name} people={office.people} enterAs={enterAs} />
        ))}
      </div>
    </section>
  );
}

type Door = {
  readonly name: string;
  readonly people: readonly Invented[];
  readonly enterAs: (person: string) => Promise<void>;
};

function Office({ name, people, enterAs }: Door) {
  const text = useText();
  return (
    <div className="office">
      <span>{name}</span>
      <span className="doors">
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            onClick={() => void enterAs(person.id)}
            title={`${person.name} ${person.about}`}
          >
            {text(person.postName)}
          </button>
        ))}
      </span>
    </div>
  );
}
