import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetValues } from '../../sheet/field.ts';
import { changesOf } from '../../sheet/filled.ts';
import { formFields } from '../../sheet/form-fields.ts';
import { DocumentField, MaybeDocument, paperOf, type Paper } from '../../verbs/document-field.tsx';
import { WordsField } from '../../verbs/fields.tsx';
import { given, verbForm, type Matter } from '../../verbs/verb.ts';
import type { Case } from '../dossier/case.ts';
import type { CaseAskOf } from './case-ask.ts';

const SheetFields = lazy(() => import('../../sheet/sheet-fields.tsx'));

/** Fields of the sheet that this verb may write, with what is counted between them. */
const fieldsOf = ({ dossier, offer }: Matter<Case>) => formFields(dossier.kind.sheet, offer.needs.values);

function Fields(matter: Matter<Case>) {
  const { kind, policy, facts, values } = matter.dossier;
  const fields = fieldsOf(matter);
  if (fields.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <SheetFields fields={fields} edition={policy} kind={kind.id} facts={facts} before={values} />
    </Suspense>
  );
}

type Filling = { readonly values?: SheetValues; readonly reason?: string };

/** 更正、补填: what was entered wrongly or is still blank; what stood there before stays in the record. */
export const fillSheet = verbForm<Filling, CaseAskOf<'FillSheet'>, Case>({
  Fields: FillFields,
  first: ({ dossier }) => ({ values: dossier.values }),
  ask: ({ values, reason }, matter) => {
    const said = given(reason);
    return {
      type: 'FillSheet',
      values: values ? changesOf(fieldsOf(matter), values, matter.dossier.values) : {},
      ...(said ? { reason: said } : {}),
    };
  },
  wide: () => true,
});

function FillFields(matter: Matter<Case>) {
  const { t } = useTranslation();
  return (
    <>
      <Fields {...matter} />
      <WordsField name="reason" label={t('field.reason')} required={matter.offer.needs.reason} />
    </>
  );
}

type Acting = Filling & { readonly text?: string; readonly document?: Paper };

/** An act of the plan's own: its words, the fields it fills, the paper it stands on. */
export const doAct = verbForm<Acting, CaseAskOf<'DoAct'>, Case>({
  Fields: ActFields,
  first: ({ dossier }) => ({ values: dossier.values }),
  ask: ({ values, text, document }, matter) => {
    const said = given(text);
    const paper = paperOf(document);
    const filled = values && changesOf(fieldsOf(matter), values, matter.dossier.values);
    return {
      type: 'DoAct',
      act: matter.offer.target ?? '',
      ...(said ? { text: said } : {}),
      ...(filled && Object.keys(filled).length > 0 ? { values: filled } : {}),
      ...(paper ? { document: paper } : {}),
    };
  },
  wide: (matter) => fieldsOf(matter).length > 0,
});

function ActFields(matter: Matter<Case>) {
  const { t } = useTranslation();
  const { needs } = matter.offer;
  return (
    <>
      <Fields {...matter} />
      <WordsField name="text" label={t('field.text')} required={needs.says} />
      {needs.document ? <DocumentField name={['document']} required /> : <MaybeDocument name={['document']} />}
    </>
  );
}
