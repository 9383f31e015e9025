import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { answered, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { toldApart } from '../../people/told-apart.ts';
import type { Control, PersonValue } from '../field.ts';
import { personIn } from '../narrow.ts';
import { useUnitOptions } from './unit.tsx';

/** A person of the house: first the unit, then who of it. */
export function PersonControl({ field, value, onChange, id, narrow }: Control) {
  const { t } = useTranslation();
  const text = useText();
  const units = useUnitOptions(field.among);
  const own = useSession().person?.postings[0]?.unit;
  const [unit, setUnit] = useState(units.some((each) => each.value === own) ? own : units[0]?.value);
  const person = personIn(value);
  // whoever sat there once cannot be named any more
  const people = usePeople(unit ?? null).filter((one) => one.postings.some((held) => held.held && held.unit === unit));
  const options = people.map((one) => ({
    value: one.id,
    name: one.name,
    aside: one.phone ?? '',
    post: listed(
      one.postings.filter((held) => held.held && held.unit === unit).map((held) => text(held.postName)),
      t,
    ),
  }));
  const shown = toldApart(
    options.map(({ value: of, name, post, aside }) => ({ value: of, label: `${name} ${post}`.trim(), aside })),
  );
  const known = shown.some((each) => each.value === person?.id);
  const choose = (chosen: string | undefined): void => {
    const found = options.find((each) => each.value === chosen);
    onChange?.(
      found
        ? { id: found.value, name: found.name, ...(unit ? { unit } : {}), ...(found.post ? { post: found.post } : {}) }
        : undefined,
    );
  };
  return (
    <div className={narrow ? 'stacked' : 'pair'}>
      <Select
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'found' }}
        aria-label={`${text(field.label)} ${t('field.unit')}`}
        placeholder={t('field.unit')}
        value={unit ?? null}
        onChange={setUnit}
        options={units}
      />
      <Select
        id={id}
        allowClear
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={text(field.label)}
        value={person?.id ?? person?.name ?? null}
        onChange={(chosen: string | null) => choose(chosen ?? undefined)}
        options={person && !known ? [{ value: person.id ?? person.name, label: person.name }, ...shown] : shown}
      />
    </div>
  );
}

function usePeople(unit: string | null) {
  const { data } = useQuery({
    queryKey: ['people', unit],
    enabled: unit !== null,
    queryFn: () => answered(api.GET('/api/people', { params: { query: { unit: unit ?? '' } } })),
  });
  return data?.people ?? [];
}

/** Somebody who need not sign in here: name, post, telephone. */
export function NamedPersonControl({ field, value, onChange, id, narrow }: Control) {
  const { t } = useTranslation();
  const text = useText();
  const person: PersonValue = personIn(value) ?? { name: '' };
  const put = (changed: Partial<PersonValue>): void => {
    const { name, post, phone } = { ...person, ...changed };
    const empty = !name && !post && !phone;
    onChange?.(empty ? undefined : { name, ...(post ? { post } : {}), ...(phone ? { phone } : {}) });
  };
  const covered = field.personal ? 'covered' : '';
  return (
    <div className={narrow ? 'stacked' : 'trio'}>
      <Input
        id={id}
        className={covered}
        maxLength={60}
        autoComplete="off"
        placeholder={t('sheet.person.name')}
        value={person.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <Input
        className={covered}
        maxLength={60}
        autoComplete="off"
        placeholder={t('sheet.person.post')}
        aria-label={`${text(field.label)} ${t('sheet.person.post')}`}
        value={person.post ?? ''}
        onChange={(event) => put({ post: event.target.value })}
      />
      <Input
        className={covered}
        maxLength={30}
        autoComplete="off"
        inputMode="tel"
        placeholder={t('sheet.person.phone')}
        aria-label={`${text(field.label)} ${t('sheet.person.phone')}`}
        value={person.phone ?? ''}
        onChange={(event) => put({ phone: event.target.value })}
      />
    </div>
  );
}
