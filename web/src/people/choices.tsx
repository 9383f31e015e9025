import { DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { useText } from '../i18n/text.ts';
import { inOrder } from './matching.ts';
import { toldApart } from './told-apart.ts';
import { useCalled } from './use-called.ts';
import type { Book } from './use-book.ts';

/** Units in which somebody may hold a post, found by any part of their names. */
export function UnitChoice({ book, required = true }: { readonly book: Book; readonly required?: boolean }) {
  const { t } = useTranslation();
  const units = book.units.filter((unit) => !unit.external);
  return (
    <Form.Item name="unit" label={t('people.unit')} rules={[{ required, message: t('api.fault.required') }]}>
      <Select
        showSearch={{ optionFilterProp: 'names' }}
        allowClear={!required}
        placeholder={t('people.chooseUnit')}
        options={units.map((unit) => ({
          value: unit.id,
          label: unit.name,
          names: [unit.name, ...unit.shortNames].join(' '),
        }))}
      />
    </Form.Item>
  );
}

/** The posts of the unit that was chosen. */
export function PostChoice({
  book,
  unit,
  several = false,
}: {
  readonly book: Book;
  readonly unit: string | undefined;
  readonly several?: boolean;
}) {
  const { t } = useTranslation();
  const text = useText();
  const posts = book.units.find((one) => one.id === unit)?.posts ?? [];
  return (
    <Form.Item
      name={several ? 'posts' : 'post'}
      label={t('people.posts')}
      rules={[{ required: true, message: t('api.fault.required') }]}
    >
      <Select
        {...(several ? { mode: 'multiple' as const } : {})}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('people.choosePost')}
        notFoundContent={t('people.unitFirst')}
        options={posts.map(({ post, postName }) => ({ value: post, label: text(postName) }))}
      />
    </Form.Item>
  );
}

type Who = {
  readonly book: Book;
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly except?: string;
  readonly extra?: string;
};

/** Somebody who may hold a post: who is in, and keeps no accounts. */
export function PersonChoice({ book, name, label, required, except, extra }: Who) {
  const { t } = useTranslation();
  const called = useCalled();
  const people = inOrder(book.people.filter((one) => one.active && !one.administrator && one.id !== except));
  const options = toldApart(
    people.map((person) => ({ value: person.id, label: called(person), aside: person.phone ?? person.username ?? '' })),
  );
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required, message: t('api.fault.required') }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!required}
        placeholder={t('people.choosePerson')}
        options={options}
      />
    </Form.Item>
  );
}

/** A day of coming or leaving; leaving comes after `after`. */
export function DayChoice({
  name,
  required,
  after,
  extra,
}: {
  readonly name: 'from' | 'until';
  readonly required: boolean;
  readonly after?: { readonly day: string | undefined; readonly message: string; readonly sameDay?: boolean };
  readonly extra?: string;
}) {
  const { t } = useTranslation();
  const inOrderOfDays = (_rule: unknown, value: Dayjs | null | undefined): Promise<void> => {
    const day = value?.format('YYYY-MM-DD');
    const wrong = after?.day && day && (after.sameDay ? day < after.day : day <= after.day);
    return wrong ? Promise.reject(new Error(after.message)) : Promise.resolve();
  };
  return (
    <Form.Item
      name={name}
      label={t(`people.${name}`)}
      extra={extra}
      dependencies={after ? ['from'] : []}
      rules={[{ required, message: t('api.fault.required') }, { validator: inOrderOfDays }]}
    >
      <DatePicker style={{ width: '100%' }} format={t('people.dayFormat')} />
    </Form.Item>
  );
}
