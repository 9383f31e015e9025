import { useTranslation } from 'react-i18next';
import { recordQuery } from '../timeline/record.ts';
import { Timeline } from '../timeline/timeline.tsx';
import type { Dossier } from './dossier.ts';

type Given = Pick<Dossier, 'absorbed'> & { readonly edition: string };

/** The whole record of every double that was merged into this problem, below its own. */
export function AbsorbedRecords({ absorbed, edition }: Given) {
  const { t } = useTranslation();
  return (
    <>
      {absorbed.map(({ dossier, number }) => (
        <details key={dossier} className="absorbed">
          <summary>{t('dossier.absorbedRecord', { number })}</summary>
          <Timeline record={recordQuery('problem', dossier)} edition={edition} />
        </details>
      ))}
    </>
  );
}
