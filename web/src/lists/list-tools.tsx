import { DownloadOutlined, FullscreenOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Full screen, paper, and the workbook of exactly what the query shows. */
export function ListTools({ workbook }: { readonly workbook: string }) {
  const { t } = useTranslation();
  return (
    <>
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
        href={workbook}
        title={t('register.exportSome')}
      >
        {t('register.export')}
      </Button>
    </>
  );
}
