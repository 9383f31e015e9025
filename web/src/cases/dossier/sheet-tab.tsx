import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PartsList } from '../../dossier/parts-list.tsx';
import { SheetRead } from '../../sheet/sheet-read.tsx';
import { ApartShown } from './apart-shown.tsx';
import type { Case } from './case.ts';

/** What a gathering gathers is fetched apart: most dossiers gather nothing. */
const Gathering = lazy(() => import('../../duties/gathering.tsx').then(({ Gathering: shown }) => ({ default: shown })));

/** The sheet as it is filled in, in the words of the edition under which the dossier entered, and who answers for what. */
export function SheetTab({ dossier }: { readonly dossier: Case }) {
  const { t } = useTranslation();
  const { kind, values, policy, nil } = dossier;
  return (
    <>
      {nil && <p className="bank">{t('cases.nilFiled')}</p>}
      <ApartShown dossier={dossier}>
        <SheetRead fields={kind.sheet} values={values} edition={policy} />
      </ApartShown>
      <PartsList dossier={dossier} roles={kind.parts} />
      {kind.is === 'gathering' && (
        <Suspense>
          <Gathering id={dossier.row.id} />
        </Suspense>
      )}
    </>
  );
}
