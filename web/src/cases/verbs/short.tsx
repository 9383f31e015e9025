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

/** 冻结汇总: the members are looked up by the server; there is nothing to fill in, only to know what it means. */
export const freezeGathering = verbForm<object, CaseAskOf<'FreezeGathering'>>({
  Fields: FreezeHint,
  first: () => ({}),
  ask: () => ({ type: 'FreezeGathering' }),
});

function FreezeHint() {
  const { t } = useTranslation();
  return <p>{t('duties.freezeHint')}</p>;
}

/** 撤回: entered by mistake. The dossier and its number stay in the record. */
export const withdraw = verbForm<{ readonly reason: string }, CaseAskOf<'Withdraw'>>({
  Fields: () => <WordsOnly name="reason" />,
  first: () => ({}),
  ask: ({ reason }) => ({ type: 'Withdraw', reason }),
});
