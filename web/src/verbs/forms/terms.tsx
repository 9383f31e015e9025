import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueStrip } from '../../due/strip.tsx';
import { WordsField } from '../fields.tsx';
import type { SharedAskOf } from '../shared-ask.ts';
import { verbForm, type Matter } from '../verb.ts';

type Reason = { readonly reason: string };

/** 延期: by how many of the limit's own units, and why; what the limit says now stands above. */
export const extendTerm = verbForm<Reason & { readonly units: number }, SharedAskOf<'ExtendTerm'>>({
  Fields: ExtendFields,
  first: () => ({}),
  ask: ({ units, reason }, { offer }) => ({
    type: 'ExtendTerm',
    clock: offer.target ?? '',
    units,
    reason,
  }),
});

/** 暂停计时: from today on no day counts. */
export const pauseTerm = verbForm<Reason, SharedAskOf<'PauseTerm'>>({
  Fields: ReasonFields,
  first: () => ({}),
  ask: ({ reason }, { offer }) => ({ type: 'PauseTerm', clock: offer.target ?? '', reason }),
});

/** 恢复计时: today counts again. */
export const resumeTerm = verbForm<Reason, SharedAskOf<'ResumeTerm'>>({
  Fields: ReasonFields,
  first: () => ({}),
  ask: ({ reason }, { offer }) => ({ type: 'ResumeTerm', clock: offer.target ?? '', reason }),
});

function ExtendFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const required = { required: true, message: t('api.fault.required') };
  return (
    <>
      <Limit dossier={dossier} offer={offer} />
      <Form.Item name="units" label={t('field.units')} rules={[required]}>
        <InputNumber min={1} max={3660} precision={0} suffix={t(`field.unit.${offer.needs.lengthens ?? 'natural'}`)} />
      </Form.Item>
      <WordsField name="reason" label={t('field.reason')} required longest={200} />
    </>
  );
}

function ReasonFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  return (
    <>
      <Limit dossier={dossier} offer={offer} />
      <WordsField name="reason" label={t('field.reason')} required longest={200} />
    </>
  );
}

function Limit({ dossier, offer }: Matter) {
  const clock = dossier.clocks.find((running) => running.id === offer.target);
  return clock ? <DueStrip clock={clock} edition={dossier.policy} /> : null;
}
