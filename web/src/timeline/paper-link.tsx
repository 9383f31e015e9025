import './timeline.css';
import { PaperClipOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';

/** The number of a paper; where its scan was filed, it opens the scan. */
export function PaperLink({ paper }: { readonly paper: Schema<'OfficialDocument'> }) {
  const { t } = useTranslation();
  const { number, scan, scanned } = paper;
  if (!scan) return <>{number}</>;
  const about = scanned && t('timeline.scan', { name: scanned.name, digest: scanned.digest.slice(0, 16) });
  return (
    <a href={`/api/files/${scan}`} target="_blank" rel="noreferrer" title={about} className="paper-link">
      <PaperClipOutlined aria-hidden /> {number}
    </a>
  );
}
