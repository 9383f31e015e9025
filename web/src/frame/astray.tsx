import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={t('frame.notFound')}
      subTitle={t('frame.notFoundHint')}
      extra={<Link to={paths.workbench}>{t('frame.toWorkbench')}</Link>}
    />
  );
}

/** A page that broke; what was entered elsewhere is not lost. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Trouble error={error} />
      <p>
        <Button onClick={reset}>{t('api.retry')}</Button>
      </p>
    </div>
  );
}
