import './people.css';
import { SearchOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Segmented, Skeleton, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { PersonDrawer } from './person-drawer.tsx';
import { PersonList } from './person-list.tsx';
import { UnitDrawer } from './unit-drawer.tsx';
import { UnitList } from './unit-list.tsx';
import { useAsked, useBook, vacanciesOf, type Book } from './use-book.ts';
import { Waiting } from './waiting.tsx';
import { later } from '../windows/later.tsx';

const AddWindow = later(() => import('./add-window.tsx'), 'AddWindow');

/** 单位与人员: who holds which post, from when until when. Everybody reads, administrators change. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { asked, ask } = useAsked();
  const { book, reading } = useBook();
  const [adding, setAdding] = useState(false);
  const byPerson = asked.view === 'people';
  return (
    <div className="people">
      <div className="page-head">
        <h1>{t('frame.page.people')}</h1>
        <span className="quiet small wide-only">{t('people.purpose')}</span>
        <span className="grow" />
        {book.keeper && (
          <Link to={paths.roster} className="ant-btn ant-btn-default">
            {t('roster.title')}
          </Link>
        )}
        <Tooltip title={book.keeper ? null : t('people.addHint')} trigger={['hover', 'focus']}>
          <Button
            type="primary"
            aria-disabled={!book.keeper}
            className={book.keeper ? '' : 'blocked'}
            onClick={() => book.keeper && setAdding(true)}
          >
            {t('people.add')}
          </Button>
        </Tooltip>
      </div>
      <Query key={asked.q} book={book} />
      {reading.isError && <Trouble error={reading.error} again={() => void reading.refetch()} />}
      {reading.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {reading.data && <Waiting book={book} />}
      {reading.data && (byPerson ? <PersonList book={book} /> : <UnitList book={book} />)}
      <UnitDrawer book={book} id={asked.unit} close={() => ask({ unit: '' })} />
      <PersonDrawer book={book} id={asked.person} close={() => ask({ person: '' })} />
      {adding && <AddWindow book={book} close={() => setAdding(false)} />}
    </div>
  );
}

/** One line: which list, which words, only what is vacant. */
function Query({ book }: { readonly book: Book }) {
  const { t } = useTranslation();
  const { asked, ask } = useAsked();
  const [words, setWords] = useState(asked.q ?? '');
  const vacant = book.units.flatMap((unit) => vacanciesOf(book, unit)).length;
  const byPerson = asked.view === 'people';
  return (
    <form
      className="query no-print"
      onSubmit={(event) => {
        event.preventDefault();
        ask({ q: words.trim() });
      }}
    >
      <Segmented
        value={byPerson ? 'people' : 'units'}
        options={[
          { value: 'units', label: t('people.byUnit') },
          { value: 'people', label: t('people.byPerson') },
        ]}
        onChange={(view) => ask({ view: view === 'people' ? view : '', empty: '' })}
      />
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        value={words}
        placeholder={t('people.find')}
        aria-label={t('people.find')}
        onChange={(event) => setWords(event.target.value)}
        onClear={() => ask({ q: '' })}
        onBlur={() => words.trim() !== (asked.q ?? '') && ask({ q: words.trim() })}
      />
      {!byPerson && (
        <Checkbox checked={asked.empty === '1'} onChange={(event) => ask({ empty: event.target.checked ? '1' : '' })}>
          {t('people.onlyEmpty', { count: vacant })}
        </Checkbox>
      )}
    </form>
  );
}
