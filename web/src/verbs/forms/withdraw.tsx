import { useTranslation } from 'react-i18next';
import { WordsOnly } from '../fields.tsx';
import type { SharedAskOf } from '../shared-ask.ts';
import { verbForm } from '../verb.ts';

/** 撤回: what one did last, as long as the next person has not opened it. */
export const withdrawAct = verbForm<{ readonly reason: string }, SharedAskOf<'WithdrawAct'>>({
  Fields: WithdrawFields,
  first: () => ({}),
  ask: ({ reason }) => ({ type: 'WithdrawAct', reason }),
});

function WithdrawFields() {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('verbs.takeBackHint')}</p>
      <WordsOnly name="reason" />
    </>
  );
}
