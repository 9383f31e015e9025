import { App, Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { isSignedOut, Refused, sentences } from './refused.ts';

/** Whether asking again may help: no answer, too much at once, somebody faster, a fault of the server. */
const retryHelps = (status: number): boolean => status === 0 || status === 409 || status === 429 || status >= 500;

/** Shows a refusal where it happened, with what to do. */
export function Trouble({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { t, i18n } = useTranslation();
  const refused =
    error instanceof Refused ? error : new Refused({ code: 'internal', status: 0, title: '', titleEn: '' });
  const { title, details } = sentences(refused, i18n.language, t);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={title}
      description={details.length > 0 ? details.map((line) => <div key={line}>{line}</div>) : undefined}
      action={
        isSignedOut(refused.document) ? (
          <Button size="small" href={paths.signIn} target="_blank">
            {t('api.signInBeside')}
          </Button>
        ) : again && retryHelps(refused.document.status) ? (
          <Button size="small" onClick={again}>
            {t('api.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** Says a refusal in passing, for acts without a place of their own on the page. */
export function useComplain(): (error: unknown) => void {
  const { notification } = App.useApp();
  const { t, i18n } = useTranslation();
  return (error) => {
    const refused =
      error instanceof Refused ? error : new Refused({ code: 'internal', status: 0, title: '', titleEn: '' });
    const { title, details } = sentences(refused, i18n.language, t);
    notification.warning({ title, description: details.join(' '), duration: 8, placement: 'topRight' });
  };
}
