import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { day, PastDay, WordsOnly } from '../../verbs/fields.tsx';
import { verbForm } from '../../verbs/verb.ts';
import type { ProblemAskOf } from './problem-ask.ts';

/** 报告整改完成: an account of it; acceptance begins. */
export const reportFinish = verbForm<{ readonly text: string }, ProblemAskOf<'ReportFinish'>>({
  Fields: () => <WordsOnly name="text" />,
  first: () => ({}),
  ask: ({ text }) => ({ type: 'ReportFinish', text }),
});

/** 撤回登记: entered by mistake. The dossier and its number stay in the record. */
export const withdrawProblem = verbForm<{ readonly reason: string }, ProblemAskOf<'WithdrawProblem'>>({
  Fields: () => <WordsOnly name="reason" />,
  first: () => ({}),
  ask: ({ reason }) => ({ type: 'WithdrawProblem', reason }),
});

type Listed = { readonly list: string; readonly number: string; readonly date?: Dayjs };

/** 补记清单编号: the same problem under a number of another list. */
export const addCrossReference = verbForm<Listed, ProblemAskOf<'AddCrossReference'>>({
  Fields: ListFields,
  first: () => ({}),
  ask: ({ list, number, date }) => ({
    type: 'AddCrossReference',
    source: { list, number, date: day(date) ?? null },
  }),
  at: ([, ...rest]) => rest,
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
