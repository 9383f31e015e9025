import './sign-in.css';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { PasswordForm } from '../frame/password-form.tsx';
import { useSignOut } from '../frame/person-menu.tsx';

/** 首次登录: a password that another has seen is changed before anything else opens. */
export function FirstPassword() {
  const { t } = useTranslation();
  const { person, installation } = useSession();
  const queries = useQueryClient();
  const signOut = useSignOut();
  return (
    <main className="entrance">
      <section className="sheet">
        <div className="row" style={{ justifyContent: 'space-between' }}>
          <span className="brand">
            <Brand size={30} />
          </span>
          <LanguageSwitch />
        </div>
        <p className="installation">{installation.name}</p>
        <h1>{t('signIn.first', { name: person?.name })}</h1>
        <p>{t('signIn.firstHint')}</p>
        <PasswordForm handed done={() => queries.resetQueries()} />
        <p>
          <Button type="link" size="small" onClick={() => void signOut()}>
            {t('frame.signOut')}
          </Button>
        </p>
      </section>
    </main>
  );
}
