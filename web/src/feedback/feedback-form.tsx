import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoordinator } from '../api/plan.ts';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useKept } from '../kept/kept.ts';
import { paths } from '../paths.ts';
import { keptAddress } from './about.ts';
import { PageLink } from './page-link.tsx';

type About = { readonly about: string; readonly forget: () => void };

/** What is missing or wrong, in one's own words, with the page it is about. A draft survives leaving the page. */
export function FeedbackForm({ about, forget }: About) {
  const { t } = useTranslation();
  const [text, setText] = useKept('feedback.draft', '');
  const { busy, trouble, give } = useGive(about, () => setText(''));
  return (
    <form
      className="sheet feedback-form"
      onSubmit={(event) => {
        event.preventDefault();
        void give(text.trim());
      }}
    >
      <p className="small">
        {about === '' ? (
          <span className="quiet">{t('feedback.aboutNone')}</span>
        ) : (
          <Tag closable={{ 'aria-label': t('feedback.notAbout') }} onClose={forget}>
            {t('feedback.about', { page: '' })}
            <PageLink address={about} />
          </Tag>
        )}
      </p>
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={2000}
        value={text}
        aria-label={t('feedback.words')}
        placeholder={t('feedback.words')}
        onChange={(event) => setText(event.target.value)}
      />
      {trouble !== null && <Trouble error={trouble} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy} disabled={text.trim() === ''}>
          {t('feedback.give')}
        </Button>
        <span className="quiet small">{t('feedback.noSecrets')}</span>
        <span className="grow" />
        <span className="quiet tiny">{text.length} / 2000</span>
      </div>
    </form>
  );
}

/** One intent: sent twice, it stands once. */
function useGive(about: string, given: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const office = useCoordinator();
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const give = async (text: string): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const page = about === '' ? paths.feedback : keptAddress(about);
      await answered(api.POST('/api/feedback', { params: intended(key), body: { text, page } }));
      void message.success(t('feedback.thanks', { office }));
      given();
      setKey(newIntent());
      await queries.invalidateQueries({ queryKey: ['feedback'] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, give };
}
