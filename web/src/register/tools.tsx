import { DownloadOutlined, FullscreenOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnChooser } from './column-chooser.tsx';
import { exportAddress, type Filters } from './query.ts';
import { RegisterForm } from './register-form.tsx';
import { SavedQueries } from './saved-queries.tsx';

type Tray = {
  readonly filters: Filters;
  readonly ask: (filters: Filters) => void;
  readonly look: ComponentProps<typeof ColumnChooser>;
  readonly done: () => void;
};

/** What is done with the list as a whole: the export is exactly what the query shows. */
export function Tools({ filters, ask, look, done }: Tray) {
  const { t } = useTranslation();
  return (
    <>
      <SavedQueries filters={filters} ask={ask} />
      <ColumnChooser {...look} />
      <Button
        icon={<FullscreenOutlined aria-hidden />}
        className="wide-only"
        onClick={() => void document.getElementById('page')?.requestFullscreen()}
        title={t('register.fullScreen')}
        aria-label={t('register.fullScreen')}
      />
      <Button
        icon={<PrinterOutlined aria-hidden />}
        className="wide-only"
        onClick={() => print()}
        title={t('register.print')}
        aria-label={t('register.print')}
      />
      <Button
        icon={<DownloadOutlined aria-hidden />}
        className="wide-only"
        href={exportAddress(filters)}
        title={t('register.exportSome')}
      >
        {t('register.export')}
      </Button>
      <RegisterForm done={done} />
    </>
  );
}
