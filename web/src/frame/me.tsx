import './me.css';
import { RightOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { KindRows } from './kind-links.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { usePages } from './menu.tsx';
import { PasswordForm } from './password-form.tsx';
import { useSignOut } from './person-menu.tsx';

/** 我的: my posts, the pages that the phone's bar has no room for, my password, the way out. */
export function MePage() {
  const { t } = useTranslation();
  const text = useText();
  const { person, admin } = useSession();
  const signOut = useSignOut();
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.me')}</h1>
      </div>
      <div className="sheet me">
        <h2>{person?.name}</h2>
        <ul className="posts">
          {person?.postings.map((held) => (
            <li key={`${held.unit}/${held.post}`}>
              {held.unitName} · {text(held.postName)}
            </li>
          ))}
          {admin && <li>{t('people.administratorHint')}</li>}
        </ul>
        <div className="row">
          <Button onClick={() => void signOut()}>{t('frame.signOut')}</Button>
          <Link to={paths.people} search={{ person: person?.id ?? '' }}>
            {t('frame.myPosts')}
          </Link>
          {admin && <Link to={paths.settings}>{t('settings.title')}</Link>}
          <span className="grow" />
          <LanguageSwitch />
        </div>
      </div>
      <KindRows />
      <OtherPages />
      <div className="sheet me">
        <h2>{t('frame.password')}</h2>
        <PasswordForm />
      </div>
    </>
  );
}

/** The rest of the menu, on a phone. */
function OtherPages() {
  const { t } = useTranslation();
  const pages = usePages()
    .flat()
    .filter(({ id }) => id !== 'workbench' && id !== 'problems' && id !== 'feedback');
  return (
    <nav className="sheet phone-only other-pages" aria-label={t('frame.menu')}>
      {pages.map(({ id, to, Icon }) => (
        <Link key={id} to={to}>
          <Icon aria-hidden /> <span className="grow">{t(`frame.page.${id}`)}</span> <RightOutlined aria-hidden />
        </Link>
      ))}
    </nav>
  );
}
