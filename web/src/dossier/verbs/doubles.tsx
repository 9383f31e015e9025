import { useTranslation } from 'react-i18next';
import { WordsField, WordsOnly } from '../../verbs/fields.tsx';
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

/** 并入另一问题: the double is closed and leads to the one that goes on, which keeps its own limits. */
export const mergeInto = verbForm<Twin, ProblemAskOf<'MergeInto'>, Dossier>({
  Fields: MergeFields,
  first: () => ({}),
  ask: ({ dossier, reason }) => ({ type: 'MergeInto', dossier, reason }),
});

function MergeFields({ dossier }: Matter<Dossier>) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet small">{t('field.mergeHint')}</p>
      <TwinField dossier={dossier} label={t('field.mergeInto')} />
      <WordsField name="reason" label={t('field.reason')} required longest={500} />
    </>
  );
}

/** 恢复单独办理: two problems after all. */
export const unmerge = verbForm<Pick<Twin, 'reason'>, ProblemAskOf<'Unmerge'>, Dossier>({
  Fields: () => <WordsOnly name="reason" />,
  first: () => ({}),
  ask: ({ reason }) => ({ type: 'Unmerge', reason }),
});
