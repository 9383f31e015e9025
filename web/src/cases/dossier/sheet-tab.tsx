import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AbsorbedList } from '../../doubles/absorbed-list.tsx';
import { PartsList } from '../../dossier/parts-list.tsx';
import { useAddress } from '../../kinds/address.ts';
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
      <Beforehand prefilled={dossier.prefilled} />
      <ApartShown dossier={dossier}>
        <SheetRead fields={kind.sheet} values={values} edition={policy} />
      </ApartShown>
      <PartsList dossier={dossier} roles={kind.parts} />
      <AbsorbedList kind={kind.id} absorbed={dossier.absorbed} unlike={dossier.unlike} />
      {kind.is === 'gathering' && (
        <Suspense>
          <Gathering id={dossier.row.id} />
        </Suspense>
      )}
    </>
  );
}

/** Where the fields that are marked as filled in beforehand come from. */
function Beforehand({ prefilled: { fields, from } }: Pick<Case, 'prefilled'>) {
  const { t } = useTranslation();
  const address = useAddress();
  if (fields.length === 0) return null;
  if (!from) return <p className="quiet small">{t('cases.prefilledUnseen')}</p>;
  return (
    <p className="quiet small">
      {t('cases.prefilled')}
      <Link {...address(from.kind, from.dossier)}>
        {from.number} {from.title}
      </Link>
    </p>
  );
}
