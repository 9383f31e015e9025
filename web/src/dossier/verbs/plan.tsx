import { Checkbox, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { day, WordsField } from '../../verbs/fields.tsx';
import { given, verbForm, type Matter } from '../../verbs/verb.ts';
import type { Dossier } from '../dossier.ts';
import { freshIds } from './fresh-ids.ts';
import { MeasuresField, type MeasureLine } from './measures-field.tsx';
import type { ProblemAskOf } from './problem-ask.ts';

type Values = {
  readonly target: string;
  readonly date?: Dayjs;
  readonly longTerm?: boolean;
  readonly measures?: readonly MeasureLine[];
  readonly reason?: string;
};
type Deadline = Schema<'StatedDeadline'>;

/** 填写方案内容: target, deadline, measures with their own deadlines, units and people. */
export const writePlan = verbForm<Values, ProblemAskOf<'WritePlan'>, Dossier>({
  Fields: PlanFields,
  first: ({ dossier }) => ({
    target: dossier.plan?.target ?? dossier.basics.target,
    ...dated(dossier.plan?.deadline ?? dossier.basics.deadline),
    longTerm: (dossier.plan?.deadline ?? dossier.basics.deadline)?.longTerm ?? false,
    measures: firstMeasures(dossier),
  }),
  ask: ({ target, date, longTerm = false, measures = [], reason }, { dossier }) => ({
    type: 'WritePlan',
    plan: {
      target,
      deadline: deadlineOf(date, longTerm, dossier.plan?.deadline ?? dossier.basics.deadline),
      measures: measuresOf(measures),
    },
    ...(given(reason) ? { reason: reason ?? '' } : {}),
  }),
  wide: () => true,
  at: (path) => (path[0] === 'plan' ? path.slice(1).map((part) => (part === 'deadline' ? 'date' : part)) : path),
});

/** The measures as they stand; before there is a plan, those of the list, and where it names none, an empty line. */
function firstMeasures({ measures, listedMeasures }: Dossier): readonly MeasureLine[] {
  if (measures.length > 0) return measures.map(lineOf);
  const fromList = listedMeasures.map(({ text, date }) => ({ text, ...(date ? { date: dayjs(date) } : {}) }));
  return fromList.length > 0 ? fromList : [{}];
}

const dated = (deadline: Deadline | null | undefined): { date?: Dayjs } =>
  deadline?.date ? { date: dayjs(deadline.date) } : {};

function lineOf({ id, text, deadline, unit, person }: Dossier['measures'][number]): MeasureLine {
  return { id, text, ...dated(deadline), ...(unit ? { unit } : {}), person };
}

/** What the list said in its own words stays, as long as it still means the same day. */
function deadlineOf(date: Dayjs | undefined, longTerm: boolean, before: Deadline | null | undefined): Deadline {
  const due = day(date) ?? null;
  if (before && before.date === due && before.longTerm === longTerm) return before;
  return { date: due, longTerm, raw: [due, longTerm ? '长期坚持' : null].filter(Boolean).join('，') };
}

function measuresOf(lines: readonly MeasureLine[]): Schema<'MeasureContent'>[] {
  const ids = freshIds(lines.map((line) => line.id));
  return lines.map(({ text = '', date, unit, person = '' }, index) => {
    const due = day(date);
    return {
      id: ids[index] ?? '',
      text,
      deadline: due ? { date: due, longTerm: false, raw: due } : null,
      unit: unit ?? null,
      person,
    };
  });
}

function PlanFields({ dossier }: Matter<Dossier>) {
  const { t } = useTranslation();
  const { installation } = useSession();
  const longTerm: unknown = Form.useWatch('longTerm');
  const date: unknown = Form.useWatch('date');
  // a list brings the day of years ago along; the plan may keep it, but not unnoticed
  const issued = Boolean(dossier.plan?.inForce);
  const fromList = !dossier.plan && (dossier.listedMeasures.length > 0 || dossier.basics.deadline !== null);
  const isPast = dayjs.isDayjs(date) && date.format('YYYY-MM-DD') < installation.today;
  return (
    <>
      {fromList && <p className="quiet small">{t('field.planFromList')}</p>}
      {issued && <p className="quiet small">{t('field.dayFixed')}</p>}
      <Form.Item
        name="target"
        label={t('field.target')}
        rules={[{ required: true, whitespace: true, message: t('api.fault.required') }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <div className="row" style={{ alignItems: 'end' }}>
        <Form.Item
          name="date"
          label={t('field.deadline')}
          rules={[{ required: longTerm !== true, message: t('api.fault.required') }]}
          extra={isPast && t('verbs.pastDeadline')}
        >
          <DatePicker disabled={issued} />
        </Form.Item>
        <Form.Item name="longTerm" valuePropName="checked">
          <Checkbox disabled={issued}>{t('field.longTerm')}</Checkbox>
        </Form.Item>
      </div>
      <MeasuresField edition={dossier.policy} issued={issued ? dossier.measures.length : 0} />
      {dossier.row.stage === 'rectifying' && <WordsField name="reason" label={t('field.reason')} required />}
    </>
  );
}
