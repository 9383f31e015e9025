import { useTranslation } from 'react-i18next';
import type { Paper } from '../../verbs/document-field.tsx';
import { WordsField, WordsOnly } from '../../verbs/fields.tsx';
import { RecordedField, recordedOf } from '../../verbs/recorded-field.tsx';
import { given, verbForm, type Matter } from '../../verbs/verb.ts';
import type { CaseAskOf } from './case-ask.ts';

type Nil = { readonly reason?: string; readonly recorded?: Paper & { readonly unitName?: string } };

/** 零报告: nothing to report is a report; for a unit that does not sign in here its paper is recorded. */
export const fileNil = verbForm<Nil, CaseAskOf<'FileNil'>>({
  Fields: NilFields,
  first: ({ dossier, offer }) => {
    const filing = dossier.tasks.find(({ external }) => external);
    return offer.needs.recorded ? { recorded: { unitName: filing?.unitName ?? '' } } : {};
  },
  ask: ({ reason, recorded }, { offer }) => {
    const said = given(reason);
    return {
      type: 'FileNil',
      ...(said ? { reason: said } : {}),
      ...(offer.needs.recorded ? { recorded: recordedOf(recorded) } : {}),
    };
  },
});

function NilFields({ offer }: Matter) {
  const { t } = useTranslation();
  return (
    <>
      {offer.needs.recorded && <RecordedField />}
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
