import './frame.css';
import './phone-bar.css';
import './frame-print.css';
import './low.css';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { useKept } from '../kept/kept.ts';
import { sessionQuery, useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { NotFound } from './astray.tsx';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { Brand } from './brand.tsx';
import { PageFoot, PhoneBar, SideMenu } from './menu.tsx';
import { Bell } from '../notifications/bell.tsx';
import { NotWhole } from './not-whole.tsx';
import { Offline } from './offline.tsx';
import { PersonMenu } from './person-menu.tsx';
import { WithSkips } from './skip.tsx';
import { Finder } from './finder.tsx';
import { later } from '../windows/later.tsx';

const FirstPassword = later(() => import('../sign-in/first-password.tsx'), 'FirstPassword');

/** The desk around every page: who sits here, where to go, what installation this is. */
export function Frame() {
  const session = useQuery(sessionQuery);
  if (session.isPending) return <Bones />;
  if (session.isError) {
    return (
      <div className="page">
        <Trouble error={session.error} again={() => void session.refetch()} />
      </div>
    );
  }
  if (!session.data.installation.setUp) return <Navigate to={paths.setUp} />;
  if (!session.data.person) {
    const back = location.pathname + location.search;
    return <Navigate to={paths.signIn} search={back === '/' ? {} : { back }} />;
  }
  if (session.data.mustChange) return <FirstPassword />;
  return <Desk demonstration={session.data.installation.demonstration} />;
}

function Desk({ demonstration }: { readonly demonstration: boolean }) {
  const [narrow, setNarrow] = useKept('frame.narrow', false);
  return (
    <div className={demonstration ? 'desk demonstration' : 'desk'}>
      <WithSkips>
        {demonstration && <Banner />}
        <div className={narrow ? 'frame narrow' : 'frame'}>
          <TopBar />
          <SideMenu narrow={narrow} fold={() => setNarrow(!narrow)} />
          <main className="page" id="page" tabIndex={-1}>
            <PrintHead />
            <Offline />
            <NotWhole />
            <Where />
            <PageFoot />
          </main>
          <PhoneBar />
        </div>
      </WithSkips>
    </div>
  );
}

/** The frame before it is known whose it is: nothing jumps when it comes. */
function Bones() {
  return (
    <div className="frame" aria-busy>
      <header className="topbar" />
      <nav className="side" />
      <main className="page">
        <Skeleton active />
      </main>
    </div>
  );
}

function Banner() {
  const { t, i18n } = useTranslation();
  const { installation } = useSession();
  return (
    <div className="banner" role="note">
      {t(installation.otherDay ? 'frame.demonstrationDay' : 'frame.demonstration', {
        day: longDay(installation.today, i18n.language),
      })}
    </div>
  );
}

function TopBar() {
  const { installation } = useSession();
  const text = useText();
  const plan = text(usePlan()?.title);
  const title = installation.appearance.name ?? (plan || installation.name);
  return (
    <header className="topbar">
      <Link to={paths.workbench} className="brand">
        <Brand /> <small title={title}>{title}</small>
      </Link>
      <span className="grow" />
      <Finder />
      <Bell />
      <PersonMenu />
    </header>
  );
}

/** On paper: whose it is, where a name was chosen. */
function PrintHead() {
  const { name } = useSession().installation.appearance;
  return name === null ? null : <p className="print-only">{name}</p>;
}

/** Pages that a plan may do without, by the id the server knows them by. */
const OF_THE_PLAN: Readonly<Record<string, string>> = { [paths.register]: 'problems', [paths.editions]: 'editions' };

/** The page of this address. One for what the plan does not have is none. */
function Where() {
  const { menu } = useSession();
  const { pathname } = useLocation();
  const needed = OF_THE_PLAN[pathname];
  return needed === undefined || menu.includes(needed) ? <Outlet /> : <NotFound />;
}
