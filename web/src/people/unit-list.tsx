import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCoordinator } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { useCursor } from '../keyboard/cursor.ts';
import { shortNames } from '../units/short-names.ts';
import { fitsPerson, fitsUnit, groupOf, GROUPS, type Group } from './matching.ts';
import { Seat } from './seat.tsx';
import type { Unit } from './seats.ts';
import { holdingsIn, useAsked, vacanciesOf, type Book } from './use-book.ts';

/** Every unit with who holds each of its posts: a row opens the unit beside the list. */
export function UnitList({ book }: { readonly book: Book }) {
  const { t } = useTranslation();
  const { asked, ask } = useAsked();
  const shown = shownUnits(book, asked.q ?? '', asked.empty === '1');
  const order = GROUPS.flatMap((group) => shown.filter((unit) => groupOf(unit) === group));
  const quiet = Boolean(asked.unit ?? asked.person);
  const at = useCursor(quiet ? 0 : order.length, (index) => ask({ unit: order[index]?.id ?? '' }));
  if (order.length === 0)
    return <p className="sheet nothing">{t(asked.empty === '1' ? 'people.noneEmpty' : 'people.nothing')}</p>;
  return (
    <>
      {GROUPS.map((group) => {
        const units = order.filter((unit) => groupOf(unit) === group);
        return units.length > 0 && <Part key={group} group={group} units={units} book={book} at={order[at]?.id} />;
      })}
    </>
  );
}

/** Units that the words fit, by their names or by one of their people. */
function shownUnits(book: Book, words: string, onlyVacant: boolean): readonly Unit[] {
  const theirs = new Set(
    book.people
      .filter((person) => fitsPerson({ ...person, postings: [] }, words))
      .flatMap(({ postings }) => postings.filter(({ held }) => held).map(({ unit }) => unit)),
  );
  return book.units.filter(
    (unit) =>
      (fitsUnit(unit, words) || (words !== '' && theirs.has(unit.id))) &&
      (!onlyVacant || vacanciesOf(book, unit).length > 0),
  );
}

type Shown = {
  readonly group: Group;
  readonly units: readonly Unit[];
  readonly book: Book;
  readonly at: string | undefined;
};

function Part({ group, units, book, at }: Shown) {
  const { t } = useTranslation();
  const { ask } = useAsked();
  const columns = usePostColumns(book, units);
  const office = useCoordinator();
  return (
    <section className="part">
      <h2>
        {t(`people.group.${group}`)} <span className="quiet">{units.length}</span>
        {group === 'outside' && <span className="quiet small note">{t('people.outsideNote', { office })}</span>}
      </h2>
      {group === 'outside' ? (
        <ul className="outside">
          {units.map((unit) => (
            <li key={unit.id} className={unit.id === at ? 'at' : ''}>
              <Name unit={unit} book={book} />
            </li>
          ))}
        </ul>
      ) : (
        <>
          <Table<Unit>
            className="wide-only"
            size="small"
            rowKey="id"
            tableLayout="fixed"
            columns={columns}
            dataSource={[...units]}
            pagination={false}
            rowClassName={(unit) => (unit.id === at ? 'at' : '')}
            onRow={(unit) => ({ onClick: (event) => isPlain(event.target) && ask({ unit: unit.id }) })}
          />
          <div className="phone-only">
            {units.map((unit) => (
              <UnitCard key={unit.id} unit={unit} book={book} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const isPlain = (target: EventTarget): boolean => target instanceof Element && target.closest('a, button') === null;

function usePostColumns(book: Book, units: readonly Unit[]): TableColumnsType<Unit> {
  const { t } = useTranslation();
  const text = useText();
  const posts = new Map(units.flatMap((unit) => unit.posts.map((post) => [post.post, post.postName] as const)));
  return [
    { key: 'unit', title: t('people.unit'), width: 210, render: (_, unit) => <Name unit={unit} book={book} /> },
    ...[...posts].map(([post, name]) => ({
      key: post,
      title: text(name),
      render: (_: unknown, unit: Unit) =>
        unit.posts.some((held) => held.post === post) ? (
          <Seat holdings={holdingsIn(book, unit.id, post)} today={book.today} />
        ) : (
          <span className="quiet">—</span>
        ),
    })),
  ];
}

function Name({ unit, book }: { readonly unit: Unit; readonly book: Book }) {
  const { i18n } = useTranslation();
  const { ask } = useAsked();
  const english = i18n.language === 'en' ? unit.names.find(({ until }) => until === null)?.name.en : undefined;
  return (
    <button type="button" className="linklike" title={unit.name} onClick={() => ask({ unit: unit.id })}>
      {shortNames(book.units).get(unit.name) ?? unit.name}
      {english && <span className="english">{english}</span>}
    </button>
  );
}

function UnitCard({ unit, book }: { readonly unit: Unit; readonly book: Book }) {
  const text = useText();
  const { ask } = useAsked();
  return (
    <button type="button" className="card" onClick={() => ask({ unit: unit.id })}>
      <b>{unit.name}</b>
      <span className="posts small">
        {unit.posts.map(({ post, postName }) => (
          <span key={post}>
            <span className="quiet">{text(postName)}</span>
            <Seat holdings={holdingsIn(book, unit.id, post)} today={book.today} />
          </span>
        ))}
      </span>
    </button>
  );
}
