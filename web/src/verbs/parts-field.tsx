import './verbs.css';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { Clause } from '../api/clause.tsx';
import { answered, api } from '../api/client.ts';
import { useLabels, usePlan, type Plan } from '../api/plan.ts';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { hasNamesake, toldApart } from '../people/told-apart.ts';
import type { Facts } from '../sheet/required.ts';
import { unitsOf } from './part-lines.ts';
import { factsOfPart, isNeeded } from './part-needed.ts';

type Shown = {
  readonly edition: string;
  readonly roles: readonly string[];
  /** What is known of the dossiers: it decides which parts must be played. Of several dossiers one is enough. */
  readonly facts: readonly Facts[];
  /** Parts whose unit stands as it is. */
  readonly fixed?: readonly string[];
  /** Without saying what each part does: it was said above. */
  readonly short?: boolean;
  /** Where the parts stand in the form; absent: under `parts`. */
  readonly under?: readonly string[];
  /** A new dossier: what has a default is played by it, and whoever enters it need name nobody. */
  readonly opening?: boolean;
};

/** Who plays which part: a unit from those that may, and the person who answers for it. */
export function PartsField({ edition, roles, facts, fixed, under = UNDER, short = false, opening = false }: Shown) {
  const plan = usePlan(edition);
  const shown = (plan?.caseRoles ?? []).filter((role) => roles.includes(role.id));
  return (
    <>
      {shown.map((role) => {
        const at = opening && role.byDefault !== null ? [] : facts.filter((known) => isNeeded(role, known));
        return (
          <PartRow
            key={role.id}
            under={under}
            short={short}
            role={role}
            edition={edition}
            fixed={fixed?.includes(role.id) ?? false}
            needed={at[0]}
          />
        );
      })}
    </>
  );
}

type Role = Plan['caseRoles'][number];

const UNDER: readonly string[] = ['parts'];

type Row = {
  readonly under: readonly string[];
  readonly short: boolean;
  readonly role: Role;
  readonly edition: string;
  readonly fixed: boolean;
  /** The facts at which it must be played; absent: nobody need be named. */
  readonly needed: Facts | undefined;
};

function PartRow({ under, short, role, edition, fixed, needed }: Row) {
  const { t } = useTranslation();
  const text = useText();
  const must = needed !== undefined;
  return (
    <div className="part-row">
      <span className="role">
        <PartName role={role} must={must} /> <Clause id={role.clause} edition={edition} />
        {!short && role.does.length > 0 && (
          <small className="quiet">{t('field.partDoes', { steps: listed(role.does.map(text), t) })}</small>
        )}
        {must && !short && <Reason role={role} facts={needed} edition={edition} />}
      </span>
      <PartInputs under={under} role={role} edition={edition} fixed={fixed} must={must} asked />
    </div>
  );
}

/** What the plan calls the part, with the star of what must be named. */
export function PartName({ role, must }: { readonly role: Role; readonly must: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      {must && (
        <span className="must">
          <span aria-hidden>* </span>
          <span className="unseen">{t('field.partNeeded')}</span>
        </span>
      )}
      {text(role.label)}
    </>
  );
}

type Inputs = {
  readonly under: readonly string[];
  readonly role: Role;
  readonly edition: string;
  readonly fixed?: boolean;
  readonly must: boolean;
  /** Says beside the field that nobody is named yet. */
  readonly asked?: boolean;
};

/** The unit, from those that may play the part, and the person in it. */
export function PartInputs({ under, role, edition, fixed = false, must, asked = false }: Inputs) {
  const { t } = useTranslation();
  const text = useText();
  const units = usePlan(edition)?.units.filter((unit) => role.units.includes(unit.id)) ?? [];
  const form = Form.useFormInstance();
  const chosen = unitsOf(Form.useWatch([...under, role.id, 'units'], form));
  const forgetPerson = (): void => form.setFieldValue([...under, role.id, 'person'], undefined);
  return (
    <>
      <Form.Item
        name={[...under, role.id, 'units']}
        style={{ marginBottom: 10 }}
        getValueProps={(value: unknown) => ({ value: role.many ? unitsOf(value) : unitsOf(value)[0] })}
        rules={[{ required: must, message: t('api.fault.required') }]}
      >
        <Select
          allowClear={!must}
          disabled={fixed}
          onChange={forgetPerson}
          {...(role.many ? { mode: 'multiple' as const } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={`${text(role.label)} ${t('field.unit')}`}
          aria-required={must}
          placeholder={t('field.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      {!role.many && <PersonField role={role} under={under} unit={chosen[0] ?? null} asked={asked && must} />}
    </>
  );
}

/** Why it is needed here, where the plan needs it only at some facts. */
function Reason({ role, facts, edition }: { readonly role: Role; readonly facts: Facts; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const { plan, fact } = useLabels(edition);
  const said = factsOfPart(role).flatMap((id) => {
    const label = plan?.facts.find((known) => known.id === id)?.label;
    return label && facts[id] ? [t('field.factIs', { fact: text(label), value: fact(id, facts[id]) })] : [];
  });
  if (said.length === 0) return null;
  return <small className="quiet">{t('field.partNeededAt', { facts: listed(said, t) })}</small>;
}

type Person = {
  readonly role: Role;
  readonly under: readonly string[];
  readonly unit: string | null;
  /** A plan is not handed in without the person: the name is asked for now. */
  readonly asked: boolean;
};

function PersonField({ role, under, unit, asked }: Person) {
  const { t } = useTranslation();
  const text = useText();
  const form = Form.useFormInstance();
  const name = [...under, role.id, 'person'];
  const person: unknown = Form.useWatch(name, form);
  const { data } = useQuery({
    queryKey: ['people', unit],
    enabled: unit !== null,
    queryFn: () => answered(api.GET('/api/people', { params: { query: { unit: unit ?? '' } } })),
  });
  const people = data?.people ?? [];
  const labelled = people.map((one) => {
    const posts = one.postings.filter((held) => held.held && held.unit === unit).map((held) => text(held.postName));
    return { one, label: `${one.name} ${listed(posts, t)}`.trim(), aside: one.phone ?? '' };
  });
  // the part keeps the words: of two of one name it says which
  const options = toldApart(labelled).map(({ one, label }) => ({
    value: hasNamesake(one, people) ? label : one.name,
    label,
  }));
  const nobody = asked && unit !== null && !(typeof person === 'string' && person.trim());
  return (
    <Form.Item name={name} style={{ marginBottom: 10 }} {...(nobody ? { help: t('field.personAsked') } : {})}>
      <AutoComplete
        options={options}
        placeholder={t('field.person')}
        aria-label={`${text(role.label)} ${t('field.person')}`}
        allowClear
      />
    </Form.Item>
  );
}
