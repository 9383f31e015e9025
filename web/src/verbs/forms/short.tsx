import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DocumentField, paperOf, type Paper } from '../document-field.tsx';
import { day, PastDay, WordsField } from '../fields.tsx';
import { verbForm, type AskOf, type Matter } from '../verb.ts';

/** 报告整改完成: an account of it; acceptance begins. */
export const reportFinish = verbForm<{ readonly text: string }>({
  Fields: TextFields,
  first: () => ({}),
  ask: ({ text }): AskOf<'ReportFinish'> => ({ type: 'ReportFinish', text }),
});

/** 催办: a word to whoever has the step. */
export const urge = verbForm<{ readonly text: string }>({
  Fields: TextFields,
  first: () => ({}),
  ask: ({ text }, { offer }): AskOf<'Urge'> => ({ type: 'Urge', task: offer.target ?? '', text }),
});

function TextFields() {
  const { t } = useTranslation();
  return <WordsField name="text" label={t('field.text')} required />;
}

/** 撤回登记: entered by mistake. The dossier and its number stay in the record. */
export const withdrawProblem = verbForm<{ readonly reason: string }>({
  Fields: ReasonFields,
  first: () => ({}),
  ask: ({ reason }): AskOf<'WithdrawProblem'> => ({ type: 'WithdrawProblem', reason }),
});

function ReasonFields() {
  const { t } = useTranslation();
  return <WordsField name="reason" label={t('field.reason')} required />;
}

/** 登记抄送寄出: by which paper the copy went to a unit outside. */
export const recordCopySent = verbForm<{ readonly document: Paper }>({
  Fields: CopyFields,
  first: () => ({}),
  ask: ({ document }, { offer }): AskOf<'RecordCopySent'> => ({
    type: 'RecordCopySent',
    copy: offer.target ?? '',
    document: paperOf(document) ?? { number: '', date: '' },
  }),
});

function CopyFields() {
  return <DocumentField name={['document']} required />;
}

/** 已阅抄送件: nothing to fill in. */
export const acknowledgeCopy = verbForm<object>({
  Fields: ({ offer }: Matter) => <p>{offer.unitName}</p>,
  first: () => ({}),
  ask: (_values, { offer }): AskOf<'AcknowledgeCopy'> => ({ type: 'AcknowledgeCopy', copy: offer.target ?? '' }),
});

type Listed = { readonly list: string; readonly number: string; readonly date?: Dayjs };

/** 补记清单编号: the same problem under a number of another list. */
export const addCrossReference = verbForm<Listed>({
  Fields: ListFields,
  first: () => ({}),
  ask: ({ list, number, date }): AskOf<'AddCrossReference'> => ({
    type: 'AddCrossReference',
    source: { list, number, date: day(date) ?? null },
  }),
});

function ListFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('api.fault.required') }];
  return (
    <>
      <Form.Item name="list" label={t('field.list')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="number" label={t('field.number')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <PastDay name="date" label={t('field.date')} />
      </div>
    </>
  );
}
