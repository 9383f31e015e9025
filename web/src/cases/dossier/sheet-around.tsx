import { lazy, Suspense, useState, type ReactNode } from 'react';
import { OfDossier } from '../../sheet/of-dossier.ts';
import type { Case } from './case.ts';

const FigureWindow = lazy(() => import('./figure-window.tsx'));

/** Tells every sheet in it, shown or filled in, what is counted in this dossier and what was filled in beforehand. */
export function SheetAround({ dossier, children }: { readonly dossier: Case; readonly children: ReactNode }) {
  const [field, setField] = useState<string | null>(null);
  const { figures, prefilled, row } = dossier;
  return (
    <OfDossier value={{ figures, prefilled: prefilled.fields, openFigure: setField }}>
      {children}
      {field !== null && (
        <Suspense>
          <FigureWindow id={row.id} field={field} close={() => setField(null)} />
        </Suspense>
      )}
    </OfDossier>
  );
}
