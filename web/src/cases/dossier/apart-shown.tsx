import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeptApart, type Kept } from '../../sheet/kept-apart.ts';
import type { SheetValue } from '../../sheet/field.ts';
import type { Case } from './case.ts';

const Asking = lazy(() => import('./apart-asked.tsx'));

/** Fields that were shown on asking: id to value. They are forgotten with the page. */
type Plain = Readonly<Record<string, Readonly<Record<string, SheetValue>>>>;

/** Lets the sheet in it show what is kept apart of people: masked, and plain to whom the plan lets see it, for a reason. */
export function ApartShown({ dossier, children }: { readonly dossier: Case; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<string | null>(null);
  const [plain, setPlain] = useState<Plain>({});
  const may = dossier.offers.some(({ type, obstacle }) => type === 'ShowPersonal' && obstacle === null);
  const known = (id: string): Kept | undefined => {
    const kept = dossier.apart.find((one) => one.id === id);
    if (!kept) return undefined;
    const { field, erasedOn, masked } = kept;
    const shown = plain[field];
    const now = shown?.[id];
    if (now !== undefined) return { erasedOn, masked, plain: { now, before: earlier(shown ?? {}, dossier) } };
    // it was asked for and did not open: asking again would not help
    if (shown) return { erasedOn, masked: t('sheet.unreadable') };
    return { erasedOn, masked, ...(may ? { ask: <AskButton ask={() => setAsking(field)} /> } : {}) };
  };
  return (
    <KeptApart value={known}>
      {children}
      {asking !== null && (
        <Suspense>
          <Asking
            dossier={dossier}
            field={asking}
            close={() => setAsking(null)}
            show={(values) => setPlain((all) => ({ ...all, [asking]: values }))}
          />
        </Suspense>
      )}
    </KeptApart>
  );
}

/** What stood in the field before: of the rows of a table nobody can say which was whose, so it stands beside each. */
function earlier(shown: Readonly<Record<string, SheetValue>>, { apart }: Case): readonly SheetValue[] {
  const standing = new Set(apart.map(({ id }) => id));
  return Object.entries(shown).flatMap(([id, value]) => (standing.has(id) ? [] : [value]));
}

function AskButton({ ask }: { readonly ask: () => void }) {
  const { t } = useTranslation();
  return (
    <Button type="link" size="small" className="no-print" icon={<EyeOutlined aria-hidden />} onClick={ask}>
      {t('sheet.show')}
    </Button>
  );
}
