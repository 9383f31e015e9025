import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { answered, api } from '../api/client.ts';
import { usePlan, type Plan } from '../api/plan.ts';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { unitsOf } from './part-lines.ts';
import type { Filed } from './verb.ts';

/** Who plays which part: a unit from those that may, and the person who answers for it. */
export function PartsField({
  edition,
  roles,
  fixed,
  open = false,
}: {
  readonly edition: string;
  readonly roles?: readonly string[];
  /** Parts whose unit stands as it is. */
  readonly fixed?: readonly string[];
  /** Nobody has to be named now. */
  readonly open?: boolean;
}) {
  const plan = usePlan(edition);
  const played = roles ?? plan?.problemParts ?? [];
  const shown = (plan?.caseRoles ?? []).filter((role) => played.includes(role.id));
  return (
    <>
      {shown.map((role) => (
        <PartRow
          key={role.id}
          role={open ? { ...role, required: false } : role}
          edition={edition}
          fixed={fixed?.includes(role.id) ?? false}
        />
      ))}
    </>
  );
}

/** The parts that are played in a dossier of its kind; a problem's are said by the plan. */
export const partsOfKind = ({ kind }: Pick<Filed, 'kind'>) => (kind ? { roles: kind.parts } : {});

type Role = Plan['caseRoles'][number];

function PartRow({ role, edition, fixed }: { readonly role: Role; readonly edition: string; readonly fixed: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const units = usePlan(edition)?.units.filter((unit) => role.units.includes(unit.id)) ?? [];
  const form = Form.useFormInstance();
  const chosen = unitsOf(Form.useWatch(['parts', role.id, 'units'], form));
  const forgetPerson = (): void => form.setFieldValue(['parts', role.id, 'person'], undefined);
  return (
    <div className="part-row">
      <span className="role">
        {text(role.label)} <Clause id={role.clause} edition={edition} />
      </span>
      <Form.Item
        name={['parts', role.id, 'units']}
        style={{ marginBottom: 10 }}
        getValueProps={(value: unknown) => ({ value: role.many ? unitsOf(value) : unitsOf(value)[0] })}
        rules={[{ required: role.required, message: t('api.fault.required') }]}
      >
        <Select
          allowClear={!role.required}
          disabled={fixed}
          onChange={forgetPerson}
          {...(role.many ? { mode: 'multiple' as const } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={`${text(role.label)} ${t('field.unit')}`}
          placeholder={t('field.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      {!role.many && <PersonField role={role} unit={chosen[0] ?? null} />}
    </div>
  );
}

function PersonField({ role, unit }: { readonly role: Role; readonly unit: string | null }) {
  const { t } = useTranslation();
  const text = useText();
  const { data } = useQuery({
    queryKey: ['people', unit],
    enabled: unit !== null,
    queryFn: () => answered(api.GET('/api/people', { params: { query: { unit: unit ?? '' } } })),
  });
  const options = (data?.people ?? []).map((person) => ({
    value: person.name,
    label: `${person.name} ${listed(
      person.postings.filter((held) => held.held && held.unit === unit).map((held) => text(held.postName)),
      t,
    )}`,
  }));
  return (
    <Form.Item name={['parts', role.id, 'person']} style={{ marginBottom: 10 }}>
      <AutoComplete
        options={options}
        placeholder={t('field.person')}
        aria-label={`${text(role.label)} ${t('field.person')}`}
        allowClear
      />
    </Form.Item>
  );
}
