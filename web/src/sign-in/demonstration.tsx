import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';

type Invented = {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly postName: { readonly zh: string; readonly en?: string };
};

/** One click per invented person, by office. Only there when the server runs as a demonstration on this machine. */
export function DemonstrationDoors({ enterAs }: { readonly enterAs: (person: string) => Promise<void> }) {
  const { t } = useTranslation();
  const text = useText();
  const [filter, setFilter] = useState('');
  const people = useQuery({
    queryKey: ['demonstration'],
    queryFn: async () => ((await (await fetch('/api/demonstration/people')).json()) as { people: Invented[] }).people, // as the contract says
  });
  const found = (people.data ?? []).filter((person) =>
    `${person.unitName}${text(person.postName)}${person.name}`.includes(filter.trim()),
  );
  const offices = [...new Set(found.map((person) => person.unitName))];
  return (
    <section className="sheet doors" aria-label={t('signIn.demonstration')}>
      <h2>{t('signIn.demonstration')}</h2>
      <p className="quiet small">{t('signIn.demonstrationHint')}</p>
      <Input.Search
        allowClear
        placeholder={t('signIn.filter')}
        aria-label={t('signIn.filter')}
        onChange={(event) => setFilter(event.target.value)}
      />
      <div className="offices">
        {offices.length === 0 && !people.isPending && <p className="quiet">{t('signIn.nobody')}</p>}
        {offices.map((office) => (
          <div key={office} className="office">
            <b>{office}</b>
            {found
              .filter((person) => person.unitName === office)
              .map((person) => (
                <button key={person.id} type="button" onClick={() => void enterAs(person.id)} title={person.name}>
                  {text(person.postName)}
                </button>
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}
