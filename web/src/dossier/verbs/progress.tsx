import { Form, InputNumber } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { day, PastDay, WordsField } from '../../verbs/fields.tsx';
import { verbForm, type Matter } from '../../verbs/verb.ts';
import type { Dossier } from '../dossier.ts';
import type { ProblemAskOf } from './problem-ask.ts';

const PACES = ['not-started', 'behind', 'on-pace', 'ahead'] as const;
const openMeasures = (dossier: Dossier) => dossier.measures.filter((measure) => measure.completedOn === null);
/** Where the work came back, progress may be reported on what was said to be done: it is open again by that. */
const reportable = (dossier: Dossier) => (dossier.milestones['finished'] ? dossier.measures : openMeasures(dossier));

type Progress = {
  readonly measure: string;
  readonly percent: number;
  readonly pace: (typeof PACES)[number];
  readonly text: string;
};

/** 填报进展: one measure, how far, at what pace. What was said last time stands there already. */
export const reportProgress = verbForm<Progress, ProblemAskOf<'ReportProgress'>, Dossier>({
  Fields: ProgressFields,
  first: ({ dossier }) => {
    const measure = openMeasures(dossier)[0] ?? reportable(dossier)[0];
    return measure
      ? {
          measure: measure.id,
          percent: measure.percent,
          pace: PACES.find((pace) => pace === measure.pace) ?? 'on-pace',
        }
      : {};
  },
  ask: (values) => ({ type: 'ReportProgress', ...values }),
});

function ProgressFields({ dossier }: Matter<Dossier>) {
  const { t } = useTranslation();
  return (
    <>
      <MeasureField measures={reportable(dossier)} />
      <div className="pair">
        <Form.Item
          name="percent"
          label={t('field.percent')}
          rules={[{ required: true, message: t('api.fault.required') }]}
        >
          <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} suffix="%" />
        </Form.Item>
        <Form.Item name="pace" label={t('field.pace')} rules={[{ required: true, message: t('api.fault.required') }]}>
          <Select options={PACES.map((value) => ({ value, label: t(`field.pace.${value}`) }))} />
        </Form.Item>
      </div>
      <WordsField name="text" label={t('field.text')} required />
    </>
  );
}

type Completion = { readonly measure: string; readonly completedOn: Dayjs; readonly text: string };

/** 措施完成: which one, on which day, with what result. */
export const completeMeasure = verbForm<Completion, ProblemAskOf<'CompleteMeasure'>, Dossier>({
  Fields: CompletionFields,
  first: ({ dossier }) => {
    const measure = openMeasures(dossier)[0];
    return measure ? { measure: measure.id } : {};
  },
  ask: ({ measure, completedOn, text }) => ({
    type: 'CompleteMeasure',
    measure,
    completedOn: day(completedOn) ?? '',
    text,
  }),
});

function CompletionFields({ dossier }: Matter<Dossier>) {
  const { t } = useTranslation();
  return (
    <>
      <MeasureField measures={openMeasures(dossier)} />
      <PastDay name="completedOn" label={t('field.completedOn')} required />
      <WordsField name="text" label={t('field.text')} required />
    </>
  );
}

function MeasureField({ measures }: Pick<Dossier, 'measures'>) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="measure"
      label={t('field.measure')}
      rules={[{ required: true, message: t('api.fault.required') }]}
      extra={measures.length === 0 ? t('verbs.noMeasures') : undefined}
    >
      <Select options={measures.map(({ id, text, percent }) => ({ value: id, label: `${text}（${percent}%）` }))} />
    </Form.Item>
  );
}
