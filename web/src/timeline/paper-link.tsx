import './timeline.css';
import { PaperClipOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';

/** The number of a paper; where its scan was filed, it opens the scan. */
export function PaperLink({ paper }: { readonly paper: Schema<'OfficialDocument'> }) {
  const { t } = useTranslation();
  const { number, scan } = paper;
  if (!scan) return <>{number}</>;
  const about = t('timeline.scan', { name: scan.name, digest: scan.digest.slice(0, 16) });
  return (
    <a href={`/api/files/${scan.file}`} target="_blank" rel="noreferrer" title={about} className="paper-link">
      <PaperClipOutlined aria-hidden /> {number}
    </a>
  );
}
