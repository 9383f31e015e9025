import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { newIntent } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { chooseLanguage } from '../i18n/index.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { useShortName } from '../units/short-names.ts';

/** Who sits here; language; the way out. */
export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const text = useText();
  const short = useShortName();
  const { person, admin } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  if (!person) return null;
  const posting = person.postings[0];
  const other = i18n.language === 'en' ? 'zh' : 'en';
  const items = [
    { key: 'me', label: t('frame.me'), onClick: () => void navigate({ to: paths.me }) },
    ...(admin
      ? [{ key: 'settings', label: t('settings.title'), onClick: () => void navigate({ to: paths.settings }) }]
      : []),
    { key: 'language', label: other === 'en' ? 'English' : '中文', onClick: () => chooseLanguage(other) },
    { key: 'out', label: t('frame.signOut'), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text">
        <span className="unseen">{t('frame.account')}</span>
        {person.name}
        <span className="quiet wide-only">
          {posting ? `${short(posting.unitName)} · ${text(posting.postName)}` : person.unitName}
        </span>{' '}
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}

/** Ends the session and forgets what was read in it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await fetch('/api/session', { method: 'DELETE', headers: { 'idempotency-key': newIntent() } });
    queries.clear();
    await navigate({ to: paths.signIn });
  };
}
