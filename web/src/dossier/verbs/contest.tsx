import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { usePlan } from '../../api/plan.ts';
import { ClauseField, WordsField } from '../../verbs/fields.tsx';
import { verbForm, type Matter } from '../../verbs/verb.ts';
import type { Dossier } from '../dossier.ts';
import type { ProblemAskOf } from './problem-ask.ts';

/** 提出异议: the problem is not ours, says the unit it was handed to. */
export const contestHandOver = verbForm<
  { readonly reason: string; readonly becauseOf: string },
  ProblemAskOf<'ContestHandOver'>
>({
  Fields: ContestFields,
  first: () => ({}),
  ask: ({ reason, becauseOf }) => ({ type: 'ContestHandOver', reason, becauseOf }),
});

function ContestFields({ dossier }: Matter) {
  const { t } = useTranslation();
  return (
    <>
      <WordsField name="reason" label={t('field.reason')} required />
      <ClauseField name="becauseOf" edition={dossier.policy} />
    </>
  );
}

type Ruling = { readonly outcome: 'uphold' | 'redirect'; readonly unit?: string; readonly reason: string };

/** 裁定异议: it stays where it is, or goes to another unit. */
export const arbitrateHandOver = verbForm<Ruling, ProblemAskOf<'ArbitrateHandOver'>, Dossier>({
  Fields: ArbitrateFields,
  first: () => ({ outcome: 'uphold' }),
  ask: ({ outcome, unit, reason }) => ({
    type: 'ArbitrateHandOver',
    outcome,
    reason,
    ...(outcome === 'redirect' && unit ? { to: { unit, unitName: unit, person: null } } : {}),
  }),
});

function ArbitrateFields({ dossier }: Matter<Dossier>) {
  const { t } = useTranslation();
  const plan = usePlan(dossier.policy);
  const may = plan?.caseRoles.find((role) => role.id === dossier.kind.holder)?.units ?? [];
  const redirecting = Form.useWatch('outcome') === 'redirect';
  return (
    <>
      <Form.Item name="outcome" label={t('field.outcome')}>
        <Radio.Group
          options={(['uphold', 'redirect'] as const).map((value) => ({ value, label: t(`field.outcome.${value}`) }))}
        />
      </Form.Item>
      {redirecting && (
        <Form.Item name="unit" label={t('field.toUnit')} rules={[{ required: true, message: t('api.fault.required') }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={plan?.units
              .filter((unit) => may.includes(unit.id))
              .map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        </Form.Item>
      )}
      <WordsField name="reason" label={t('field.reason')} required />
    </>
  );
}
