import { useTranslation } from 'react-i18next';
import { WordsField } from '../fields.tsx';
import { linesOf, partsOf, type PartLines } from '../part-lines.ts';
import { PartsField } from '../parts-field.tsx';
import type { SharedAskOf } from '../shared-ask.ts';
import { verbForm, type Matter } from '../verb.ts';

type Values = { readonly parts: PartLines; readonly reason: string };

/** 落实责任分工: units and people of a dossier; whoever holds it changes only by hand-over or arbitration. */
export const assignParts = verbForm<Values, SharedAskOf<'AssignParts'>>({
  Fields: PartsFields,
  first: ({ dossier }) => ({ parts: linesOf(dossier.parts) }),
  ask: ({ parts, reason }, { dossier }) => ({
    type: 'AssignParts',
    parts: partsOf(parts, dossier.parts),
    reason,
  }),
  wide: () => true,
});

function PartsFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  return (
    <>
      <PartsField
        edition={dossier.policy}
        roles={dossier.kind?.parts ?? []}
        facts={[dossier.facts]}
        fixed={offer.needs.fixedParts}
      />
      <p className="quiet small">{t('field.fixedParts')}</p>
      <WordsField name="reason" label={t('field.reason')} required />
    </>
  );
}
