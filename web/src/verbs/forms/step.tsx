import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../../api/plan.ts';
import { DocumentField, paperOf, type Paper } from '../document-field.tsx';
import { FactField, WordsField } from '../fields.tsx';
import { linesOf, partsOf, type PartLines } from '../part-lines.ts';
import { PartsField } from '../parts-field.tsx';
import { RecordedField, recordedOf } from '../recorded-field.tsx';
import { given, taskOf, verbForm, type AskOf, type Matter } from '../verb.ts';

type Values = {
  readonly verdict?: 'agree' | 'object';
  readonly opinion?: string;
  readonly document?: Paper;
  readonly recorded?: Paper & { readonly unitName?: string };
  readonly facts?: Record<string, string>;
  readonly parts?: PartLines;
};

/** A step taken: what the server says it needs, no more. */
export const takeStep = verbForm<Values>({
  Fields: StepFields,
  first: ({ dossier, offer }) => ({
    verdict: 'agree',
    recorded: { unitName: offer.unitName ?? '' },
    parts: linesOf(dossier.usualParts),
  }),
  ask: (values, { dossier, offer }): AskOf<'TakeStep'> => {
    const { needs } = offer;
    const opinion = given(values.opinion);
    const document = paperOf(values.document);
    const parts = needs.parts && values.parts ? partsOf(values.parts, dossier.parts) : null;
    return {
      type: 'TakeStep',
      task: offer.target ?? '',
      ...(needs.objection && values.verdict ? { verdict: values.verdict } : {}),
      ...(opinion ? { opinion } : {}),
      ...(document ? { document } : {}),
      ...(needs.recorded ? { recorded: recordedOf(values.recorded) } : {}),
      ...(needs.facts.length > 0 && values.facts ? { facts: values.facts } : {}),
      ...(offer.seen ? { seen: offer.seen.digest } : {}),
      ...(parts ? { parts } : {}),
    };
  },
});

function StepFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const { needs } = offer;
  const objecting = Form.useWatch('verdict') === 'object';
  return (
    <>
      {needs.recorded && <RecordedField />}
      {needs.facts.map((fact) => (
        <FactField key={fact} fact={fact} edition={dossier.policy} />
      ))}
      {needs.parts && <StepParts dossier={dossier} offer={offer} />}
      {needs.document && !needs.recorded && <DocumentField name={['document']} required />}
      {needs.objection && (
        <Form.Item name="verdict" label={t('field.verdict')}>
          <Radio.Group
            options={(['agree', 'object'] as const).map((value) => ({ value, label: t(`field.verdict.${value}`) }))}
          />
        </Form.Item>
      )}
      {needs.opinion && (
        <WordsField
          name="opinion"
          label={t('field.opinion')}
          required={objecting}
          usual={objecting ? ['return'] : ['agree', 'submit', 'check']}
        />
      )}
    </>
  );
}

/** At the claim a unit names its own people only; at the hand-over every part is named. */
function StepParts({ dossier, offer }: Matter) {
  const task = taskOf({ dossier, offer });
  const plan = usePlan(dossier.policy);
  const own = plan?.caseRoles
    .filter((role) => dossier.parts[role.id]?.some((part) => part.unit === task?.unit))
    .map((role) => role.id);
  const claiming = dossier.row.stage === 'handed-over';
  return claiming ? (
    <PartsField edition={dossier.policy} roles={own ?? []} fixed={own ?? []} />
  ) : (
    <PartsField edition={dossier.policy} />
  );
}
