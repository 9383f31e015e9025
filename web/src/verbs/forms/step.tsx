import { Alert, Checkbox, Form, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels, usePlan } from '../../api/plan.ts';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import type { SheetValues } from '../../sheet/field.ts';
import { changesOf } from '../../sheet/filled.ts';
import { formFields } from '../../sheet/form-fields.ts';
import { DocumentField, MaybeDocument, paperOf, type Paper } from '../document-field.tsx';
import { AccountFields, accountOf, type Manner } from '../account-fields.tsx';
import { FactField, WordsField } from '../fields.tsx';
import { linesOf, partsOf, type PartLines } from '../part-lines.ts';
import { PartsField } from '../parts-field.tsx';
import { RecordedField, recordedOf } from '../recorded-field.tsx';
import type { StepAsk } from '../shared-ask.ts';
import { given, taskOf, verbForm, type Matter } from '../verb.ts';

const SheetFields = lazy(() => import('../../sheet/sheet-fields.tsx'));

type Values = {
  readonly verdict?: 'agree' | 'object';
  readonly outcome?: string;
  readonly opinion?: string;
  readonly document?: Paper;
  readonly recorded?: Paper & { readonly unitName?: string };
  readonly facts?: Record<string, string>;
  readonly parts?: PartLines;
  readonly values?: SheetValues;
  readonly account?: { readonly attended?: string; readonly heldOn?: Dayjs; readonly manner?: Manner };
};

/** A step taken: what the server says it needs, no more. */
export const takeStep = verbForm<Values, StepAsk>({
  Fields: StepFields,
  first: ({ dossier, offer }) => ({
    verdict: 'agree',
    recorded: { unitName: offer.unitName ?? '' },
    parts: linesOf(dossier.usualParts ?? dossier.parts),
    values: dossier.values ?? {},
  }),
  ask: (values, { dossier, offer }) => {
    const { needs } = offer;
    const opinion = given(values.opinion);
    const document = paperOf(values.document);
    const parts = needs.parts && values.parts ? partsOf(values.parts, dossier.parts) : null;
    // while somebody objects, the fields are not there and nothing of them is meant
    const filled = values.values && changesOf(fieldsOf({ dossier, offer }), values.values, dossier.values ?? {});
    return {
      type: 'TakeStep',
      task: offer.target ?? '',
      ...(needs.objection && values.verdict ? { verdict: values.verdict } : {}),
      ...(values.outcome ? { outcome: values.outcome } : {}),
      ...(opinion ? { opinion } : {}),
      ...(document ? { document } : {}),
      ...(needs.recorded ? { recorded: recordedOf(values.recorded) } : {}),
      ...(needs.facts.length > 0 && values.facts ? { facts: values.facts } : {}),
      ...(needs.demands.length > 0 ? { account: accountOf(values.account) } : {}),
      ...(filled && Object.keys(filled).length > 0 ? { values: filled } : {}),
      ...(offer.seen ? { seen: offer.seen.digest } : {}),
      ...(parts ? { parts } : {}),
    };
  },
  wide: ({ offer }) => offer.needs.values.length > 0,
});

/** Fields of the sheet that this step fills in, with what is counted between them. */
const fieldsOf = ({ dossier, offer }: Matter) => formFields(dossier.kind?.sheet ?? [], offer.needs.values);

function StepFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const { needs } = offer;
  const objecting = Form.useWatch('verdict') === 'object';
  const fields = fieldsOf({ dossier, offer });
  return (
    <>
      {dossier.offers.some(({ type }) => type === 'WritePlan') && taskOf({ dossier, offer })?.do === 'draft' && (
        <p className="quiet small">{t('field.stepDrafts')}</p>
      )}
      <Differed dossier={dossier} said={needs.differed} />
      {needs.recorded && <RecordedField />}
      {needs.facts.map((fact) => (
        <FactField key={fact} fact={fact} edition={dossier.policy} />
      ))}
      {!objecting && fields.length > 0 && (
        <Suspense fallback={null}>
          <SheetFields
            fields={fields}
            edition={dossier.policy}
            {...(dossier.kind?.id === undefined ? {} : { kind: dossier.kind.id })}
            facts={dossier.facts}
            before={dossier.values ?? {}}
          />
        </Suspense>
      )}
      {needs.parts && <StepParts dossier={dossier} offer={offer} />}
      {needs.document && !needs.recorded && <DocumentField name={['document']} required />}
      {needs.objection && (
        <Form.Item name="verdict" label={t('field.verdict')}>
          <Radio.Group
            options={(['agree', 'object'] as const).map((value) => ({ value, label: t(`field.verdict.${value}`) }))}
          />
        </Form.Item>
      )}
      {!objecting && <AccountFields demands={needs.demands} />}
      {!objecting && <Outcomes outcomes={needs.outcomes} />}
      {needs.opinion && (
        <WordsField
          name="opinion"
          label={t('field.opinion')}
          required={objecting || needs.demands.includes('opinion')}
          usual={objecting ? ['return'] : ['agree', 'submit', 'check']}
        />
      )}
      {dossier.kind && !needs.document && !needs.recorded && <MaybeDocument name={['document']} />}
      <AgainUnchanged dossier={dossier} offer={offer} />
    </>
  );
}

/** Those who decide together did not say the same the last time: who said what stands above the form in which each is asked anew. */
function Differed({
  dossier,
  said,
}: Pick<Matter, 'dossier'> & { readonly said: Matter['offer']['needs']['differed'] }) {
  const { t } = useTranslation();
  const text = useText();
  const { fact } = useLabels(dossier.policy);
  if (said.length === 0) return null;
  const wordOf = (id: string, value: string): string => {
    const field = dossier.kind?.sheet.find((each) => each.id === id);
    const label = field?.values?.find((each) => each.id === value)?.label;
    if (field?.type === 'yes-no') return t(`sheet.yesNo.${value === 'yes'}`);
    return label ? text(label) : fact(id, value);
  };
  const words = said.map(({ unitName, facts, outcome }) => {
    const end = outcome ? [text(outcome)] : [];
    return `${unitName}：${[...end, ...Object.entries(facts).map(([id, value]) => wordOf(id, value))].join(' ')}`;
  });
  return <Alert type="warning" showIcon title={t('field.differed', { said: listed(words, t) })} />;
}

/** Steps by which work leaves whoever does it. */
const HANDS_IN: ReadonlySet<string> = new Set(['draft', 'submit', 'self-check']);

/** Handing in again what was sent back, as it was: asked about, since it would come back once more. */
function AgainUnchanged({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const task = taskOf({ dossier, offer });
  const back = dossier.returned?.find(({ run }) => run === task?.run);
  const values = Form.useWatch<SheetValues | undefined>('values');
  // what is written in this very form changes it too
  const changed =
    values && Object.keys(changesOf(fieldsOf({ dossier, offer }), values, dossier.values ?? {})).length > 0;
  if (!task || !back?.unchanged || changed || !HANDS_IN.has(task.do)) return null;
  const agreed = (_rule: object, value: unknown) =>
    value === true ? Promise.resolve() : Promise.reject(new Error(t('returned.againAsked')));
  return (
    <Form.Item name="again" valuePropName="checked" rules={[{ validator: agreed }]}>
      <Checkbox>{t('returned.again')}</Checkbox>
    </Form.Item>
  );
}

/** A step that may end in several ways ends in the one that is chosen here; none is chosen beforehand. */
function Outcomes({ outcomes }: { readonly outcomes: Matter['offer']['needs']['outcomes'] }) {
  const { t } = useTranslation();
  const text = useText();
  if (outcomes.length === 0) return null;
  return (
    <Form.Item name="outcome" label={t('field.result')} rules={[{ required: true, message: t('api.fault.required') }]}>
      <Radio.Group
        className="outcomes"
        options={outcomes.map(({ id, title }) => ({ value: id, label: text(title) }))}
      />
    </Form.Item>
  );
}

/** At the claim a unit names its own people only; at the hand-over every part is named. */
function StepParts({ dossier, offer }: Matter) {
  const task = taskOf({ dossier, offer });
  const plan = usePlan(dossier.policy);
  const own = plan?.caseRoles
    .filter((role) => dossier.parts[role.id]?.some((part) => part.unit === task?.unit))
    .map((role) => role.id);
  const claiming = task?.do === 'claim';
  const roles = claiming ? (own ?? []) : (dossier.kind?.parts ?? []);
  return <PartsField edition={dossier.policy} roles={roles} facts={[dossier.facts]} fixed={claiming ? roles : []} />;
}
