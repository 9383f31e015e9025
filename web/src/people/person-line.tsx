import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { LeaveButton } from './leave-button.tsx';
import { PasswordWindow } from './password-window.tsx';
import { PostWindow } from './post-window.tsx';
import type { Person, Unit } from './units.ts';
import { useKeep } from './use-keep.ts';

type Line = { readonly person: Person; readonly unit: Unit; readonly admin: boolean };

/** One person with every post, from when until when; the administrator keeps them here. */
export function PersonLine({ person, unit, admin }: Line) {
  const { t } = useTranslation();
  return (
    <li className={person.active ? '' : 'inactive'}>
      <div className="row">
        <b>{person.name}</b>
        {person.username && <span className="quiet small">{person.username}</span>}
        {!person.active && <span className="quiet small">{t('people.inactive')}</span>}
        <span className="grow" />
        {admin && <Keeping person={person} unit={unit} />}
      </div>
      <Postings person={person} admin={admin} />
    </li>
  );
}

function Postings({ person, admin }: { readonly person: Person; readonly admin: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <ul className="postings small">
      {person.postings.map((posting) => (
        <li key={posting.id} className={posting.held ? '' : 'quiet'}>
          {posting.unitName} {text(posting.postName)}{' '}
          <span className="quiet">
            {posting.until
              ? t('people.fromUntil', { from: posting.from, until: posting.until })
              : t('people.from', { from: posting.from })}
          </span>
          {admin && posting.until === null && <LeaveButton person={person.id} posting={posting} />}
        </li>
      ))}
    </ul>
  );
}

/** What an administrator does with an account: a post more, a password, shutting it. */
function Keeping({ person, unit }: Pick<Line, 'person' | 'unit'>) {
  const { t } = useTranslation();
  const [window, setWindow] = useState<'post' | 'password' | null>(null);
  const { keep, busy, trouble } = useKeep();
  const shut = (): void => void keep({ do: 'active', person: person.id, active: !person.active });
  return (
    <span className="row">
      <Button size="small" onClick={() => setWindow('post')}>
        {t('people.holdPost')}
      </Button>
      <Button size="small" onClick={() => setWindow('password')}>
        {t('people.setPassword')}
      </Button>
      <Popconfirm title={t(person.active ? 'people.shutAsked' : 'people.openAsked')} onConfirm={shut}>
        <Button size="small" loading={busy}>
          {t(person.active ? 'people.shut' : 'people.open')}
        </Button>
      </Popconfirm>
      {trouble !== null && <Trouble error={trouble} />}
      {window === 'post' && <PostWindow person={person} unit={unit} close={() => setWindow(null)} />}
      {window === 'password' && <PasswordWindow person={person} close={() => setWindow(null)} />}
    </span>
  );
}
