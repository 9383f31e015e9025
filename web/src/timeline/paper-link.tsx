import './timeline.css';
import { PaperClipOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';

/** The number of a paper; where its scans were filed, it opens the first, and each further one stands behind it. */
export function PaperLink({ paper }: { readonly paper: Schema<'OfficialDocument'> }) {
  const { number, scan, scanned, further = [] } = paper;
  if (!scan) return <>{number}</>;
  return (
    <>
      <Scan file={scan} filed={scanned} text={number} />
      {further.map(({ file, ...filed }, at) => (
        <Scan key={file} file={file} filed={filed} text={String(at + 2)} />
      ))}
    </>
  );
}

type Filed = { readonly name: string; readonly digest: string } | undefined;

function Scan({ file, filed, text }: { readonly file: string; readonly filed: Filed; readonly text: string }) {
  const { t } = useTranslation();
  const about = filed && t('timeline.scan', { name: filed.name, digest: filed.digest.slice(0, 16) });
  return (
    <a href={`/api/files/${file}`} target="_blank" rel="noreferrer" title={about} className="paper-link">
      <PaperClipOutlined aria-hidden /> {text}
    </a>
  );
}
