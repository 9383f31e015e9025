import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { longDay } from '../i18n/day.ts';
import { paths } from '../paths.ts';
import { PhoneBar, SideMenu } from './menu.tsx';
import { Offline } from './offline.tsx';
import { PersonMenu } from './person-menu.tsx';
import { Search } from './search.tsx';

/** The desk around every page: who sits here, where to go, what installation this is. */
export function Frame() {
  const session = useQuery(sessionQuery);
  if (session.isPending)
    return (
      <div className="page">
        <Skeleton active />
      </div>
    );
  if (session.isError)
    return (
      <div className="page">
        <Trouble error={session.error} again={() => void session.refetch()} />
      </div>
    );
  if (!session.data.installation.setUp) return <Navigate to={paths.setUp} />;
  if (!session.data.person) {
    const back = location.pathname + location.search;
    return <Navigate to={paths.signIn} search={back === '/' ? {} : { back }} />;
  }
  return (
    <>
      <Banner />
      <div className="frame">
        <TopBar />
        <SideMenu />
        <main className="page" id="page">
          <Offline />
          <Outlet />
          <Foot />
        </main>
        <PhoneBar />
      </div>
    </>
  );
}

function Banner() {
  const { t, i18n } = useTranslation();
  const { installation } = useSession();
  if (!installation.demonstration) return null;
  return (
    <div className="banner" role="note">
      {t('frame.demonstration', { day: longDay(installation.today, i18n.language) })}
    </div>
  );
}

function TopBar() {
  const { t } = useTranslation();
  const { installation } = useSession();
  return (
    <header className="topbar">
      <Link to={paths.workbench} className="brand">
        <img src="/icon.svg" alt="" width={22} height={22} /> {t('frame.brand')} <small>{installation.name}</small>
      </Link>
      <span className="grow" />
      <Search />
      <PersonMenu />
    </header>
  );
}

function Foot() {
  const { t } = useTranslation();
  const { installation } = useSession();
  return (
    <footer className="foot">
      <Link to={paths.feedback}>{t('frame.page.feedback')}</Link>
      <span>{t('frame.version', { version: installation.version })}</span>
      {installation.policy && <Link to={paths.rules}>{t('frame.edition', { edition: installation.policy })}</Link>}
    </footer>
  );
}
