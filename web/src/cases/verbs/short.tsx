import { useTranslation } from 'react-i18next';
import { WordsField, WordsOnly } from '../../verbs/fields.tsx';
import { given, verbForm } from '../../verbs/verb.ts';
import type { CaseAskOf } from './case-ask.ts';

/** 零报告: nothing to report is a report. */
export const fileNil = verbForm<{ readonly reason?: string }, CaseAskOf<'FileNil'>>({
  Fields: NilFields,
  first: () => ({}),
  ask: ({ reason }) => {
    const said = given(reason);
    return { type: 'FileNil', ...(said ? { reason: said } : {}) };
  },
});

function NilFields() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('cases.nilHint')}</p>
      <WordsField name="reason" label={t('field.text')} />
    </>
  );
}

/** 撤回: entered by mistake. The dossier and its number stay in the record. */
export const withdraw = verbForm<{ readonly reason: string }, CaseAskOf<'Withdraw'>>({
  Fields: () => <WordsOnly name="reason" />,
  first: () => ({}),
  ask: ({ reason }) => ({ type: 'Withdraw', reason }),
});
