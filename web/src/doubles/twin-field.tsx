import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '../choice/holds.ts';
import { Select } from '../choice/select.tsx';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { useFound } from '../sheet/found.ts';
import type { Filed } from '../verbs/verb.ts';
import type { LikelyOf, LikelyTwin } from './likely.ts';

const NONE: readonly LikelyTwin[] = [];

type Asked = { readonly dossier: Filed; readonly likelyOf: LikelyOf; readonly label: string };

/** Which other dossier of its kind is meant: likely doubles first, each with its reasons, and any other by number or words. */
export function TwinField({ dossier, likelyOf, label }: Asked) {
  const { t } = useTranslation();
  const text = useText();
  const [words, setWords] = useState('');
  const { id } = dossier.row;
  const found = useFound(dossier.kind?.id ?? '', words);
  const { data = NONE } = useQuery(likelyOf(id));
  const likely = data.map((one) => ({
    value: one.dossier,
    label: `${one.number} ${one.title}（${listed(one.because.map(text), t)}）`,
  }));
  const others = found
    .filter((one) => one.dossier !== id && !likely.some(({ value }) => value === one.dossier))
    .map((one) => ({ value: one.dossier, label: `${one.number} ${one.title}` }));
  const groups = [
    { label: t('field.likely'), options: likely.filter((one) => holds(one.label, words)) },
    { label: t('field.others'), options: others },
  ].filter(({ options }) => options.length > 0);
  return (
    <Form.Item name="dossier" label={label} rules={[{ required: true, message: t('api.fault.required') }]}>
      <Select
        showSearch={{ filterOption: false, onSearch: setWords }}
        placeholder={t('field.findProblem')}
        options={groups}
      />
    </Form.Item>
  );
}
