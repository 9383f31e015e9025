import './timeline.css';
import { PaperClipOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { listed } from '../i18n/listed.ts';

/**
 * The number of a paper; where its scans were filed, it opens the first, and each further one stands behind it. On paper nothing can be
 * opened: there all scans stand by their names.
 */
export function PaperLink({ paper }: { readonly paper: Schema<'OfficialDocument'> }) {
  const { t } = useTranslation();
  const { number, scan, scanned, further = [] } = paper;
  if (!scan) return <>{number}</>;
  const names = [scanned, ...further].flatMap((filed) => filed?.name ?? []);
  return (
    <>
      <Scan file={scan} filed={scanned} text={number} />
      {further.map(({ file, ...filed }, at) => (
        <Scan key={file} file={file} filed={filed} text={String(at + 2)} further />
      ))}
      {names.length > 0 && <span className="print-only">{t('timeline.scans', { names: listed(names, t) })}</span>}
    </>
  );
}

type Filed = { readonly name: string; readonly digest: string } | undefined;

type Shown = { readonly file: string; readonly filed: Filed; readonly text: string; readonly further?: boolean };

function Scan({ file, filed, text, further = false }: Shown) {
  const { t } = useTranslation();
  const about = filed && t('timeline.scan', { name: filed.name, digest: filed.digest.slice(0, 16) });
  return (
    <a
      href={`/api/files/${file}`}
      target="_blank"
      rel="noreferrer"
      title={about}
      className={`paper-link ${further ? 'no-print' : ''}`}
    >
      <PaperClipOutlined aria-hidden /> {text}
    </a>
  );
}
