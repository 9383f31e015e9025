import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { useCursor } from '../keyboard/cursor.ts';
import { useUnitNamed } from '../units/short-names.ts';
import { fitsPerson, inOrder } from './matching.ts';
import type { Person } from './seats.ts';
import { useAsked, type Book } from './use-book.ts';

/** Everybody by name with the posts they hold today: a row opens the person beside the list. */
export function PersonList({ book }: { readonly book: Book }) {
  const { t } = useTranslation();
  const { asked, ask } = useAsked();
  const people = inOrder(book.people.filter((person) => fitsPerson(person, asked.q ?? '')));
  const columns = useColumns(book.keeper);
  const open = (person: Person | undefined): void => ask({ person: person?.id ?? '' });
  const at = useCursor(asked.person ? 0 : people.length, (index) => open(people[index]));
  if (people.length === 0) return <p className="sheet nothing">{t('people.nothing')}</p>;
  return (
    <>
      <Table<Person>
        className="wide-only"
        size="small"
        rowKey="id"
        tableLayout="fixed"
        columns={columns}
        dataSource={[...people]}
        pagination={false}
        rowClassName={(_person, index) => (index === at ? 'at' : '')}
        onRow={(person) => ({ onClick: () => open(person) })}
      />
      <div className="phone-only">
        {people.map((person) => (
          <button key={person.id} type="button" className="card" onClick={() => open(person)}>
            <span className="row" style={{ justifyContent: 'space-between' }}>
              <b>{person.name}</b>
              {!person.active && <span className="quiet small">{t('people.state.off')}</span>}
            </span>
            <span className="small">
              <PostsHeld person={person} />
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

function useColumns(keeper: boolean): TableColumnsType<Person> {
  const { t } = useTranslation();
  const { ask } = useAsked();
  return [
    {
      key: 'name',
      title: t('people.name'),
      width: 200,
      render: (_, person) => (
        <button type="button" className="linklike" onClick={() => ask({ person: person.id })}>
          {person.name}
        </button>
      ),
    },
    ...(keeper
      ? [
          {
            key: 'username',
            title: t('people.username'),
            width: 220,
            render: (_: unknown, one: Person) => one.username,
          },
        ]
      : []),
    { key: 'posts', title: t('people.posts'), render: (_, person) => <PostsHeld person={person} /> },
    {
      key: 'state',
      title: t('people.state'),
      width: 120,
      render: (_, person) => (
        <span className={person.active ? '' : 'quiet'}>{t(`people.state.${person.active ? 'active' : 'off'}`)}</span>
      ),
    },
  ];
}

/** The posts of today, by unit: 县水务局 · 股室负责人、联络员. */
function PostsHeld({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const text = useText();
  const unitNamed = useUnitNamed();
  const held = person.postings.filter((posting) => posting.held);
  if (person.administrator) return <>{t('people.administrator')}</>;
  if (held.length === 0) return <span className="quiet">{t('people.noPosts')}</span>;
  const units = [...new Set(held.map(({ unit }) => unit))];
  return units.map((unit) => {
    const posts = held.filter((posting) => posting.unit === unit).map((posting) => text(posting.postName));
    return (
      <span key={unit} className="of-unit">
        {unitNamed(unit)} · {posts.join(t('list.comma'))}
      </span>
    );
  });
}
