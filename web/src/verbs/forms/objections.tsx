import { Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { day, PastDay, WordsField } from '../fields.tsx';
import type { SharedAskOf } from '../shared-ask.ts';
import { verbForm, type Matter } from '../verb.ts';

type Raised = { readonly from: string; readonly day: Dayjs; readonly text: string };

/** 登记异议: what somebody says against what is made public, on which day. */
export const raiseObjection = verbForm<Raised, SharedAskOf<'RaiseObjection'>>({
  Fields: RaiseFields,
  first: () => ({ day: dayjs() }),
  ask: ({ from, day: on, text }, { offer }) => ({
    type: 'RaiseObjection',
    task: offer.target ?? '',
    from,
    day: day(on) ?? '',
    text,
  }),
});

function RaiseFields() {
  const { t } = useTranslation();
  return (
    <>
      <div className="pair">
        <Form.Item
          name="from"
          label={t('field.from')}
          rules={[{ required: true, whitespace: true, message: t('api.fault.required') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <PastDay name="day" label={t('field.raisedOn')} required />
      </div>
      <WordsField name="text" label={t('field.objection')} required />
    </>
  );
}

type Settled = { readonly upheld: boolean; readonly reason: string };

/** 处理异议: upheld, it leads the dossier back; either way the reason stays. */
export const settleObjection = verbForm<Settled, SharedAskOf<'SettleObjection'>>({
  Fields: SettleFields,
  first: () => ({}),
  ask: ({ upheld, reason }, { offer }) => ({
    type: 'SettleObjection',
    objection: offer.target ?? '',
    upheld,
    reason,
  }),
});

function SettleFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const objection = dossier.objections?.find(({ id }) => id === offer.target);
  return (
    <>
      {objection && (
        <p>
          {objection.from}（{objection.raisedOn}）：{objection.text}
        </p>
      )}
      <Form.Item
        name="upheld"
        label={t('field.outcome')}
        rules={[{ required: true, message: t('api.fault.required') }]}
      >
        <Radio.Group
          className="outcomes"
          options={[true, false].map((value) => ({ value, label: t(`field.upheld.${value}`) }))}
        />
      </Form.Item>
      <WordsField name="reason" label={t('field.reason')} required />
    </>
  );
}
