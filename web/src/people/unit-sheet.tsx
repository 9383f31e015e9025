import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { PersonLine } from './person-line.tsx';
import { vacant, type Person, type Unit } from './units.ts';

/** One unit: its names, its parts in the plan, its people; a post that nobody holds is pointed out. */
export function UnitSheet({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation();
  const people = useInfiniteQuery({
    queryKey: ['people', 'unit', unit.id],
    initialPageParam: '',
    queryFn: ({ pageParam: after }) =>
      answered(api.GET('/api/people', { params: { query: { unit: unit.id, ...(after ? { after } : {}) } } })),
    getNextPageParam: (page) => page.next,
  });
  return (
    <section className="sheet">
      <h2>{unit.name}</h2>
      <About unit={unit} />
      <h3>{t('people.people')}</h3>
      {unit.external && <p className="quiet small">{t('people.externalHint')}</p>}
      {people.isPending && <Skeleton active title={false} />}
      {people.isError && <Trouble error={people.error} again={() => void people.refetch()} />}
      {people.data && <Staff unit={unit} people={people.data.pages.flatMap((page) => page.people)} />}
      {people.hasNextPage && (
        <Button type="link" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t('workbench.more')}
        </Button>
      )}
    </section>
  );
}

function About({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation();
  const text = useText();
  const former = unit.names.filter(({ until }) => until !== null);
  return (
    <dl className="facts" style={{ marginBottom: 14 }}>
      {unit.shortNames.length > 0 && (
        <>
          <dt>{t('people.shortNames')}</dt>
          <dd>{unit.shortNames.join('、')}</dd>
        </>
      )}
      {former.length > 0 && (
        <>
          <dt>{t('people.formerNames')}</dt>
          <dd>{former.map(({ name, until }) => t('people.formerName', { name: text(name), until })).join('；')}</dd>
        </>
      )}
      <dt>{t('people.roles')}</dt>
      <dd>{unit.roles.map(({ role }) => t(`people.role.${role}`, { defaultValue: role })).join('、') || '—'}</dd>
      {unit.code && (
        <>
          <dt>{t('people.code')}</dt>
          <dd>{unit.code}</dd>
        </>
      )}
    </dl>
  );
}

function Staff({ unit, people }: { readonly unit: Unit; readonly people: readonly Person[] }) {
  const { t } = useTranslation();
  const text = useText();
  const { admin } = useSession();
  const empty = vacant(unit, people);
  return (
    <>
      {empty.length > 0 && (
        <p className="small vacant" role="note">
          {t('people.vacant', { posts: empty.map(({ postName }) => text(postName)).join('、') })}
        </p>
      )}
      {people.length === 0 && <p className="nothing">{t('people.nobody')}</p>}
      <ul className="staff">
        {people.map((person) => (
          <PersonLine key={person.id} person={person} unit={unit} admin={admin} />
        ))}
      </ul>
    </>
  );
}
