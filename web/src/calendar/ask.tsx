import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { answered, api, type Schema } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { DayStrip } from '../due/strip.tsx';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';

type Values = {
  readonly from: Dayjs;
  readonly length: number;
  readonly unit: 'workdays' | 'natural' | 'months';
  readonly startCounted?: boolean;
  readonly roll: 'none' | 'forward' | 'backward';
};

/** 问时限: a start and a term in, the day and its arithmetic out; the same clock that every limit of the plan runs by. */
export function Ask() {
  const { t } = useTranslation();
  const { installation } = useSession();
  const count = useMutation({
    mutationFn: ({ from, length, unit, startCounted = false, roll }: Values) =>
      answered(api.POST('/api/due', { body: { from: from.format('YYYY-MM-DD'), [unit]: length, startCounted, roll } })),
  });
  const first: Values = { from: dayjs(installation.today), length: 10, unit: 'workdays', roll: 'forward' };
  return (
    <section className="sheet">
      <Form<Values> layout="inline" className="ask" initialValues={first} onFinish={(values) => count.mutate(values)}>
        <Form.Item
          name="from"
          label={t('calendar.from')}
          rules={[{ required: true, message: t('api.fault.required') }]}
        >
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item
          name="length"
          label={t('calendar.term')}
          rules={[{ required: true, message: t('api.fault.required') }]}
        >
          <InputNumber min={1} max={3660} precision={0} style={{ width: 88 }} />
        </Form.Item>
        <Form.Item name="unit">
          <Select
            style={{ width: 120 }}
            aria-label={t('calendar.unit')}
            options={(['workdays', 'natural', 'months'] as const).map((value) => ({
              value,
              label: t(`calendar.unit.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="roll">
          <Select
            style={{ width: 180 }}
            aria-label={t('calendar.roll')}
            options={(['none', 'forward', 'backward'] as const).map((value) => ({
              value,
              label: t(`calendar.roll.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="startCounted" valuePropName="checked">
          <Checkbox>{t('calendar.startCounted')}</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={count.isPending}>
          {t('calendar.count')}
        </Button>
      </Form>
      {count.isError && <Trouble error={count.error} />}
      {count.data && <Answer due={count.data} />}
      {count.isIdle && <p className="quiet small">{t('calendar.askHint')}</p>}
    </section>
  );
}

function Answer({ due }: { readonly due: Schema<'Due'> }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  return (
    <div aria-live="polite" className="answer">
      <p>
        <b className="due-day">{longDay(due.due, i18n.language)}</b>{' '}
        {due.provisional && <span className="provisional">{t('calendar.provisional')}</span>}{' '}
        <span className="quiet">
          {t('calendar.starting', { day: longDay(due.from, i18n.language) })} · {text(due.term)}
        </span>
      </p>
      {due.rolledFrom && (
        <p className="small">{t('calendar.rolled', { day: longDay(due.rolledFrom, i18n.language) })}</p>
      )}
      {due.provisional && <p className="small">{text(due.why)}</p>}
      <DayStrip days={due.days} due={due.due} />
    </div>
  );
}
