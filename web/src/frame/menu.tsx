import {
  AuditOutlined,
  BookOutlined,
  CalendarOutlined,
  CameraOutlined,
  CommentOutlined,
  ImportOutlined,
  InboxOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { paths } from '../paths.ts';

/** Pages by the id the server knows them by. Only what the person may use is shown. */
const ENTRIES = [
  { id: 'workbench', to: paths.workbench, Icon: InboxOutlined },
  { id: 'problems', to: paths.register, Icon: TableOutlined },
  { id: 'editions', to: paths.editions, Icon: AuditOutlined },
  { id: 'imports', to: paths.imports, Icon: ImportOutlined },
  { id: 'rules', to: paths.rules, Icon: BookOutlined },
  { id: 'calendar', to: paths.calendar, Icon: CalendarOutlined },
  { id: 'people', to: paths.people, Icon: TeamOutlined },
  { id: 'feedback', to: paths.feedback, Icon: CommentOutlined },
] as const;

/** The side menu of a desk. */
export function SideMenu() {
  const { t } = useTranslation();
  const { menu } = useSession();
  return (
    <nav className="side" aria-label={t('frame.menu')}>
      {ENTRIES.filter((entry) => menu.includes(entry.id)).map(({ id, to, Icon }) => (
        <Link
          key={id}
          to={to}
          activeProps={{ className: 'active' }}
          activeOptions={{ exact: to === paths.workbench, includeSearch: false }}
        >
          <Icon aria-hidden /> {t(`frame.page.${id}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Four places for the thumb. */
export function PhoneBar() {
  const { t } = useTranslation();
  const entries = [
    { to: paths.workbench, Icon: InboxOutlined, label: t('frame.page.workbench') },
    { to: paths.register, Icon: TableOutlined, label: t('frame.page.problems') },
    { to: `${paths.register}?mine=true&stage=rectifying`, Icon: CameraOutlined, label: t('frame.camera') },
    { to: paths.me, Icon: UserOutlined, label: t('frame.me') },
  ];
  return (
    <nav className="phonebar" aria-label={t('frame.menu')}>
      {entries.map(({ to, Icon, label }) => (
        <a key={to} href={to} className={globalThis.location.pathname === to ? 'active' : ''}>
          <Icon aria-hidden /> {label}
        </a>
      ))}
    </nav>
  );
}
