import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { WordsField, WordsOnly } from '../verbs/fields.tsx';
import { verbForm, type Filed, type Matter } from '../verbs/verb.ts';
import type { LikelyOf } from './likely.ts';
import { TwinField } from './twin-field.tsx';

type Twin = { readonly dossier: string; readonly reason: string };
type Apart = { readonly type: 'TellApart'; readonly apart: Twin[] };
type Merge = { readonly type: 'MergeInto' } & Twin;
type Unmerge = { readonly type: 'Unmerge'; readonly reason: string };

/** The dossier beside the one that is chosen in the form, so that whoever says they are one matter, or two, has looked at both. */
export type BesideChosen<D extends Filed> = FC<{ readonly dossier: D }>;

/** What may be said of doubles in any kind of dossier; `likelyOf` looks up what probably is one. */
export function doublesForms<D extends Filed>(likelyOf: LikelyOf, Beside?: BesideChosen<D>) {
  const beside = Beside ? { beside: Beside } : {};
  const wide = (): boolean => Beside !== undefined;
  return {
    /** 不是同一件: a likely double that somebody looked at; it is not pointed at again. */
    TellApart: verbForm<Twin, Apart, D>({
      wide,
      Fields: (matter: Matter<D>) => <ApartFields {...matter} likelyOf={likelyOf} {...beside} />,
      first: () => ({}),
      ask: ({ dossier, reason }) => ({ type: 'TellApart', apart: [{ dossier, reason }] }),
      at: ([, , ...rest]) => rest,
    }),
    /** 并入另一件: the double is closed and leads to the one that goes on, which keeps its own limits. */
    MergeInto: verbForm<Twin, Merge, D>({
      wide,
      Fields: (matter: Matter<D>) => <MergeFields {...matter} likelyOf={likelyOf} {...beside} />,
      first: () => ({}),
      ask: ({ dossier, reason }) => ({ type: 'MergeInto', dossier, reason }),
    }),
    /** 恢复单独办理: two matters after all. */
    Unmerge: verbForm<Pick<Twin, 'reason'>, Unmerge, D>({
      Fields: () => <WordsOnly name="reason" />,
      first: () => ({}),
      ask: ({ reason }) => ({ type: 'Unmerge', reason }),
    }),
  };
}

type Looking<D extends Filed> = Matter<D> & { readonly likelyOf: LikelyOf; readonly beside?: BesideChosen<D> };

function ApartFields<D extends Filed>({ dossier, likelyOf, beside: Beside }: Looking<D>) {
  const { t } = useTranslation();
  return (
    <>
      <TwinField dossier={dossier} likelyOf={likelyOf} label={t('field.apartFrom')} />
      {Beside && <Beside dossier={dossier} />}
      <WordsField name="reason" label={t('field.reason')} required longest={500} />
    </>
  );
}

function MergeFields<D extends Filed>({ dossier, likelyOf, beside: Beside }: Looking<D>) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet small">{t('field.mergeHint')}</p>
      <TwinField dossier={dossier} likelyOf={likelyOf} label={t('field.mergeInto')} />
      {Beside && <Beside dossier={dossier} />}
      <WordsField name="reason" label={t('field.reason')} required longest={500} />
    </>
  );
}
