import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';

/** An address that leads nowhere, within the frame: the menu is what helps. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.notFound')}</h1>
        <span className="quiet">{t('frame.notFoundHint')}</span>
      </div>
      <Link to={paths.workbench}>{t('frame.toWorkbench')}</Link>
    </>
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
