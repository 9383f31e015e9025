import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Checks } from '../../choice/checks.tsx';
import { WordsField } from '../../verbs/fields.tsx';
import { verbForm, type Matter } from '../../verbs/verb.ts';
import type { Case } from '../dossier/case.ts';
import { useFieldNames } from '../dossier/use-field-names.ts';
import type { CaseAskOf } from './case-ask.ts';

type Erasing = { readonly ids: readonly string[]; readonly reason: string; readonly basis: string };

/** 删除个人信息: for good, by what the law says; that it stood there stays in the record. */
export const erasePersonal = verbForm<Erasing, CaseAskOf<'ErasePersonal'>, Case>({
  Fields: EraseFields,
  first: () => ({}),
  ask: ({ ids, reason, basis }) => ({ type: 'ErasePersonal', ids: [...ids], reason, basis }),
});

function EraseFields({ dossier }: Matter<Case>) {
  const { t } = useTranslation();
  const names = useFieldNames(dossier.kind);
  const required = { required: true, message: t('api.fault.required') };
  const options = dossier.apart
    .filter(({ erasedOn }) => erasedOn === null)
    .map(({ id, field, masked }) => ({
      value: id,
      label: `${names([field.split('.')[0] ?? field]).join('')}　${masked ?? ''}`,
    }));
  return (
    <>
      <p>{t('sheet.eraseHint')}</p>
      <Form.Item name="ids" label={t('sheet.eraseWhat')} rules={[required]}>
        <Checks options={options} />
      </Form.Item>
      <Form.Item name="basis" label={t('sheet.eraseBasis')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={200} placeholder={t('sheet.eraseBasisLike')} />
      </Form.Item>
      <WordsField name="reason" label={t('field.reason')} required longest={500} />
    </>
  );
}
