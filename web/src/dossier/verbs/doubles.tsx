import { useTranslation } from 'react-i18next';
import { WordsField } from '../../verbs/fields.tsx';
import { verbForm, type Matter } from '../../verbs/verb.ts';
import type { Dossier } from '../dossier.ts';
import type { ProblemAskOf } from './problem-ask.ts';
import { TwinField } from './twin-field.tsx';

type Twin = { readonly dossier: string; readonly reason: string };

/** 不是同一问题: a likely double that somebody looked at; it is not pointed at again. */
export const tellApart = verbForm<Twin, ProblemAskOf<'TellApart'>, Dossier>({
  Fields: ApartFields,
  first: () => ({}),
  ask: ({ dossier, reason }) => ({ type: 'TellApart', apart: [{ dossier, reason }] }),
  at: ([, , ...rest]) => rest,
});

function ApartFields({ dossier }: Matter<Dossier>) {
  const { t } = useTranslation();
  return (
    <>
      <TwinField dossier={dossier} label={t('field.apartFrom')} />
      <WordsField name="reason" label={t('field.reason')} required longest={500} />
    </>
  );
}
