import {
  AuditOutlined,
  BookOutlined,
  CalendarOutlined,
  CameraOutlined,
  CommentOutlined,
  FieldTimeOutlined,
  ImportOutlined,
  InboxOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  QuestionCircleOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { useEditionName } from '../i18n/edition.ts';
import { useMenuGroups } from '../kinds/menu-groups.ts';
import { paths } from '../paths.ts';
import { KindLinks } from './kind-links.tsx';

/** Pages by the id the server knows them by, in groups: the day's work, what comes in, what it rests on. */
const GROUPS = [
  [
    { id: 'workbench', to: paths.workbench, Icon: InboxOutlined },
    { id: 'problems', to: paths.register, Icon: TableOutlined },
  ],
  [
    { id: 'editions', to: paths.editions, Icon: AuditOutlined },
    { id: 'duties', to: paths.duties, Icon: FieldTimeOutlined },
    { id: 'questions', to: paths.questions, Icon: QuestionCircleOutlined },
    { id: 'imports', to: paths.imports, Icon: ImportOutlined },
  ],
  [
    { id: 'rules', to: paths.rules, Icon: BookOutlined },
    { id: 'calendar', to: paths.calendar, Icon: CalendarOutlined },
    { id: 'people', to: paths.people, Icon: TeamOutlined },
  ],
  [{ id: 'feedback', to: paths.feedback, Icon: CommentOutlined }],
] as const;

/** Pages that the work rests on. */
const GROUND: ReadonlySet<string> = new Set(['rules', 'calendar', 'people', 'feedback']);

/** The pages this person may use, for the menu and for the finder. */
export function usePages() {
  const { menu } = useSession();
  return GROUPS.map((group) => group.filter((entry) => menu.includes(entry.id))).filter((group) => group.length > 0);
}

/** The side menu of a desk, with the installation's own marks at its foot. */
export function SideMenu({ narrow, fold }: { readonly narrow: boolean; readonly fold: () => void }) {
  const { t } = useTranslation();
  const editionName = useEditionName();
  const { installation } = useSession();
  const groups = usePages();
  const ground = groups.findIndex((group) => group.some(({ id }) => GROUND.has(id)));
  const here = useHere();
  return (
    <nav className="side" aria-label={t('frame.menu')}>
      {groups.map((group, index) => (
        <Fragment key={group[0]?.id}>
          {/* the plan's own kinds are the day's work: they stand before what it rests on */}
          {index === ground && <KindLinks />}
          {index > 0 && <hr />}
          {group.map(({ id, to, Icon }) => (
            <Link
              key={id}
              to={to}
              {...(id === 'feedback' ? { search: { about: here } } : {})}
              title={t(`frame.page.${id}`)}
              activeProps={{ className: 'active' }}
              activeOptions={{ exact: to === paths.workbench, includeSearch: false }}
            >
              <Icon aria-hidden /> <span className="label">{t(`frame.page.${id}`)}</span>
            </Link>
          ))}
        </Fragment>
      ))}
      <button
        type="button"
        className="fold"
        onClick={fold}
        aria-expanded={!narrow}
        aria-label={t('frame.fold')}
        title={t('frame.fold')}
      >
        {narrow ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
      <div className="foot">
        {t('frame.version', { version: installation.version })}
        {installation.policy && <div>{t('frame.edition', { edition: editionName(installation.policy) })}</div>}
      </div>
    </nav>
  );
}

/** The address that a word about the system is about: the page one comes from. */
function useHere(): string {
  return useLocation({ select: ({ href }) => (href.startsWith(paths.feedback) ? '' : href) });
}

/** What stands at the foot of the side menu on a desk, for the phone: at the end of each page. */
export function PageFoot() {
  const { t } = useTranslation();
  const { installation } = useSession();
  const here = useHere();
  return (
    <footer className="page-foot row quiet small phone-only">
      <Link to={paths.feedback} search={{ about: here }}>
        <CommentOutlined aria-hidden /> {t('frame.page.feedback')}
      </Link>
      <span className="grow" />
      <span>{t('frame.version', { version: installation.version })}</span>
    </footer>
  );
}

/** Places for the thumb, each with the page of the menu that it goes with. */
const THUMB = [
  { of: 'workbench', to: paths.workbench, Icon: InboxOutlined, label: 'frame.page.workbench' },
  { of: 'problems', to: paths.register, Icon: TableOutlined, label: 'frame.register' },
  { of: 'workbench', to: paths.capture, Icon: CameraOutlined, label: 'frame.camera' },
  { of: null, to: paths.me, Icon: UserOutlined, label: 'frame.me' },
] as const;

/** Four places for the thumb; as in the menu, only what the person may use. */
export function PhoneBar() {
  const { t } = useTranslation();
  const { menu } = useSession();
  const entries = THUMB.filter(({ of }) => of === null || menu.includes(of));
  return (
    <nav className="phonebar" aria-label={t('frame.menu')}>
      {entries.map(({ to, Icon, label }, index) => (
        <Fragment key={to}>
          {index === 1 && !menu.includes('problems') && <FirstList />}
          <Link
            to={to}
            activeProps={{ className: 'active' }}
            activeOptions={{ exact: to === paths.workbench, includeSearch: false }}
          >
            <Icon aria-hidden /> {t(label)}
          </Link>
        </Fragment>
      ))}
    </nav>
  );
}

/** Where the plan has no problems, the list that its menu begins with is the register. */
function FirstList() {
  const { t } = useTranslation();
  const first = useMenuGroups()[0]?.kinds[0];
  if (!first) return null;
  return (
    <Link to={paths.kind} params={{ kind: first.id }} activeProps={{ className: 'active' }}>
      <TableOutlined aria-hidden /> {t('frame.register')}
    </Link>
  );
}
