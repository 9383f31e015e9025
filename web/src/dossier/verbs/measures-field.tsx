import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input } from 'antd';
import type { Rule } from 'antd/es/form';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { usePlan } from '../../api/plan.ts';
import { day } from '../../verbs/fields.tsx';

/** One measure as the form holds it; a new one has no id yet. */
export type MeasureLine = {
  readonly id?: string;
  readonly text?: string;
  readonly date?: Dayjs;
  readonly unit?: string;
  readonly person?: string;
};

/** 整改措施: one line each, with its own deadline, unit and person. `issued`: so many of the first were issued and keep their days. */
export function MeasuresField({ edition, issued }: { readonly edition: string; readonly issued: number }) {
  const { t } = useTranslation();
  return (
    <Form.List name="measures">
      {(lines, { add, remove }, { errors }) => (
        <section aria-label={t('field.measures')}>
          <h3>{t('field.measures')}</h3>
          {lines.map((line, index) => (
            <MeasureRow
              key={line.key}
              at={line.name}
              no={index + 1}
              edition={edition}
              fixed={index < issued}
              remove={lines.length > 1 && index >= issued ? () => remove(line.name) : null}
            />
          ))}
          <Form.ErrorList errors={errors} />
          <Button
            type="dashed"
            block
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add({})}
            style={{ marginBottom: 14 }}
          >
            {t('field.addMeasure')}
          </Button>
        </section>
      )}
    </Form.List>
  );
}

type Row = {
  readonly at: number;
  readonly no: number;
  readonly edition: string;
  /** Its day was issued with the plan. */
  readonly fixed: boolean;
  readonly remove: (() => void) | null;
};

function MeasureRow({ at, no, edition, fixed, remove }: Row) {
  const { t } = useTranslation();
  const inPlan = useDayInPlan();
  const units = usePlan(edition)?.units.filter((unit) => !unit.external) ?? [];
  const tight = { marginBottom: 8 };
  return (
    <div className="measure-row">
      <span className="no">{no}</span>
      <Form.Item
        name={[at, 'text']}
        style={tight}
        rules={[{ required: true, whitespace: true, message: t('api.fault.required') }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={2000}
          placeholder={t('field.measure')}
          aria-label={`${t('field.measure')} ${no}`}
        />
      </Form.Item>
      <Form.Item name={[at, 'date']} style={tight} dependencies={['date', 'longTerm']} rules={fixed ? [] : [inPlan]}>
        <DatePicker disabled={fixed} placeholder={t('field.deadline')} aria-label={`${t('field.deadline')} ${no}`} />
      </Form.Item>
      <Form.Item name={[at, 'unit']} style={tight}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('field.unit')}
          aria-label={`${t('field.unit')} ${no}`}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'person']} style={tight}>
        <Input maxLength={100} placeholder={t('field.person')} aria-label={`${t('field.person')} ${no}`} />
      </Form.Item>
      {remove ? (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          onClick={remove}
          aria-label={`${t('field.removeMeasure')} ${no}`}
        />
      ) : (
        <span />
      )}
    </div>
  );
}

/** A measure ends with the plan at the latest: said at its day, with the plan's day, before anything is sent. */
function useDayInPlan(): Rule {
  const { t } = useTranslation();
  return ({ getFieldValue }) => ({
    validator: async (_rule, own: unknown) => {
      const whole: unknown = getFieldValue('date');
      if (getFieldValue('longTerm') === true || !dayjs.isDayjs(own) || !dayjs.isDayjs(whole)) return;
      if (own.isAfter(whole, 'day')) throw new Error(t('api.fault.after-plan.bound', { bound: day(whole) }));
    },
  });
}
