import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { useUnitNamed } from '../units/short-names.ts';
import { SpanLine } from './span-line.tsx';
import type { Person } from './seats.ts';
import { useAsked, type Book } from './use-book.ts';
import { useNamed } from './use-called.ts';
import { later } from '../windows/later.tsx';

const HoldWindow = later(() => import('./hold-window.tsx'), 'HoldWindow');
const PasswordWindow = later(() => import('./password-window.tsx'), 'PasswordWindow');
const CorrectWindow = later(() => import('./correct-window.tsx'), 'CorrectWindow');
const ActiveWindow = later(() => import('./active-window.tsx'), 'ActiveWindow');

type Beside = { readonly book: Book; readonly id: string | undefined; readonly close: () => void };

/** One person beside the list: account, every post from when until when; an administrator keeps both here. */
export function PersonDrawer({ book, id, close }: Beside) {
  const { t } = useTranslation();
  const { person: me } = useSession();
  const person = book.people.find((one) => one.id === id);
  const named = useNamed();
  return (
    <Drawer open={person !== undefined} onClose={close} size={620} title={person && named(person)} destroyOnHidden>
      {person && (
        <>
          <Account person={person} keeper={book.keeper} />
          {!person.administrator && <Postings person={person} book={book} />}
          {book.keeper && <Keeping person={person} book={book} />}
          {!book.keeper && <p className="quiet small">{t('people.keptBy')}</p>}
          {person.id === me?.id && (
            <p className="own">
              <Link to={paths.me}>{t('people.own')}</Link>
            </p>
          )}
        </>
      )}
    </Drawer>
  );
}

function Account({ person, keeper }: { readonly person: Person; readonly keeper: boolean }) {
  const { t } = useTranslation();
  return (
    <dl className="facts" style={{ marginBottom: 16 }}>
      {keeper && (
        <>
          <dt>{t('people.username')}</dt>
          <dd>{person.username}</dd>
        </>
      )}
      <dt>{t('people.state')}</dt>
      <dd>
        {t(`people.state.${person.active ? 'active' : 'off'}`)}
        {person.active && person.mustChange && <span className="quiet"> · {t('people.mustChange')}</span>}
      </dd>
      {person.phone && (
        <>
          <dt>{t('people.phone')}</dt>
          <dd>{person.phone}</dd>
        </>
      )}
      {person.formerNames.length > 0 && (
        <>
          <dt>{t('people.formerNames')}</dt>
          <dd>
            {person.formerNames.map(({ name, until }) => (
              <div key={`${name} ${until}`}>{t('people.formerName', { name, day: until })}</div>
            ))}
          </dd>
        </>
      )}
      {person.administrator && (
        <>
          <dt>{t('people.role')}</dt>
          <dd>{t('people.administratorHint')}</dd>
        </>
      )}
      {person.unitName && (
        <>
          <dt>{t('people.unit')}</dt>
          <dd>{person.unitName}</dd>
        </>
      )}
    </dl>
  );
}

function Postings({ person, book }: { readonly person: Person; readonly book: Book }) {
  const { t } = useTranslation();
  const text = useText();
  const unitNamed = useUnitNamed();
  const { ask } = useAsked();
  const postings = person.postings
    .filter((posting) => posting.from !== posting.until)
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <section className="post">
      <h3>{t('people.posts')}</h3>
      {postings.length === 0 && <p className="quiet">{t('people.noPosts')}</p>}
      <ul className="spans">
        {postings.map((posting) => (
          <SpanLine key={posting.id} held={{ person, posting }} book={book}>
            <button
              type="button"
              className="linklike"
              title={posting.unitName}
              onClick={() => ask({ person: '', unit: posting.unit })}
            >
              {unitNamed(posting.unit)} · {text(posting.postName)}
            </button>
          </SpanLine>
        ))}
      </ul>
    </section>
  );
}

/** What an administrator does with the account; what cannot be done stays, grey, and says why. */
function Keeping({ person, book }: { readonly person: Person; readonly book: Book }) {
  const { t } = useTranslation();
  const { person: me } = useSession();
  const [open, setOpen] = useState<'hold' | 'correct' | 'password' | 'active' | null>(null);
  const close = (): void => setOpen(null);
  const mayHold = person.administrator ? 'people.why.administrator' : person.active ? null : 'people.why.off';
  const mayShut = person.id === me?.id ? 'people.why.own' : null;
  const verbs = [
    { id: 'hold', label: t('people.hold'), why: mayHold },
    { id: 'correct', label: t('people.correct'), why: null },
    { id: 'password', label: t('people.reset'), why: null },
    { id: 'active', label: t(person.active ? 'people.deactivate' : 'people.reactivate'), why: mayShut },
  ] as const;
  return (
    <div className="keeping">
      {verbs.map(({ id, label, why }) => (
        <div key={id}>
          <Button
            aria-disabled={why !== null}
            className={why === null ? '' : 'blocked'}
            onClick={() => why === null && setOpen(id)}
          >
            {label}
          </Button>
          {why !== null && <span className="quiet small">{t(why)}</span>}
        </div>
      ))}
      {open === 'hold' && <HoldWindow book={book} person={person} close={close} />}
      {open === 'correct' && <CorrectWindow person={person} close={close} />}
      {open === 'password' && <PasswordWindow person={person} close={close} />}
      {open === 'active' && <ActiveWindow person={person} book={book} close={close} />}
    </div>
  );
}
