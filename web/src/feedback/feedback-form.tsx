import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';

/** What is missing or wrong, in one's own words, with the page it is about. */
export function FeedbackForm({ about }: { readonly about: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const give = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const page = about === '' ? paths.feedback : about.slice(0, 200);
      await answered(api.POST('/api/feedback', { params: intended(key), body: { text: text.trim(), page } }));
      void message.success(t('feedback.thanks'));
      setText('');
      setKey(newIntent());
      await queries.invalidateQueries({ queryKey: ['feedback'] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      {about !== '' && <p className="quiet small">{t('feedback.about', { page: about })}</p>}
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={2000}
        showCount
        value={text}
        aria-label={t('feedback.words')}
        placeholder={t('feedback.words')}
        onChange={(event) => setText(event.target.value)}
      />
      {trouble !== null && <Trouble error={trouble} />}
      <div className="row" style={{ marginTop: 24 }}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={text.trim() === ''}>
          {t('feedback.give')}
        </Button>
        <span className="quiet small">{t('feedback.noSecrets')}</span>
      </div>
    </form>
  );
}
