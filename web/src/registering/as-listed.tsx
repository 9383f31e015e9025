import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { usePlan } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { PastDay } from '../verbs/fields.tsx';
import { FilesField } from '../verbs/files-field.tsx';
import type { Came } from './entered.ts';

/** What a row of a list carries besides the problem itself: its deadline, units and person, where it stands, what came with it. */
export function AsListed() {
  const { t } = useTranslation();
  const units = usePlan()?.units.map(({ id, name }) => ({ value: id, label: name }));
  const choice = { allowClear: true, showSearch: { optionFilterProp: 'label' }, options: units };
  return (
    <>
      <h3>{t('registering.listed')}</h3>
      <p className="quiet small">{t('registering.listedHint')}</p>
      <div className="three">
        <Form.Item name="date" label={t('registering.deadline')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="longTerm" valuePropName="checked" label=" " colon={false}>
          <Checkbox>{t('registering.longTerm')}</Checkbox>
        </Form.Item>
        <Form.Item name="person" label={t('registering.person')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name="holder" label={t('registering.holder')}>
          <Select {...choice} />
        </Form.Item>
        <Form.Item name="lead" label={t('registering.lead')}>
          <Select {...choice} />
        </Form.Item>
        <Form.Item name="cooperating" label={t('registering.cooperating')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="supervising" label={t('registering.supervising')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="measures" label={t('registering.measures')}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name="remarks" label={t('registering.remarks')}>
        <Input maxLength={2000} />
      </Form.Item>
      <Sources />
      <WhatCame />
    </>
  );
}

/** Papers and lists in which it stands, each with its number and day. */
function Sources() {
  const { t } = useTranslation();
  return (
    <Form.List name="sources">
      {(lines, { add, remove }) => (
        <section aria-label={t('registering.sources')}>
          <h3>{t('registering.sources')}</h3>
          {lines.map(({ key, name }) => (
            <div key={key} className="source-line">
              <Form.Item name={[name, 'list']} label={t('registering.sourceList')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'number']} label={t('registering.sourceNumber')}>
                <Input maxLength={60} />
              </Form.Item>
              <PastDay name={[name, 'date']} label={t('registering.sourceDate')} />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('registering.removeSource')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            {t('registering.addSource')}
          </Button>
        </section>
      )}
    </Form.List>
  );
}

/** Photos and papers: a picture is taken to show the place before the work, until somebody says otherwise. */
function WhatCame() {
  const { t } = useTranslation();
  const kinds = usePlan()?.evidenceKinds ?? [];
  const before = kinds.find(({ shows }) => shows === 'before') ?? kinds[0];
  const paper = kinds.find(({ shows }) => shows === null || shows === undefined) ?? kinds[0];
  return (
    <>
      <h3>{t('registering.files')}</h3>
      <Form.Item name="files">
        <FilesField<Came>
          taken={(file) => ({
            ...file,
            kind: (file.mediaType?.startsWith('image/') ? before : paper)?.id ?? '',
          })}
          About={KindOfFile}
        />
      </Form.Item>
    </>
  );
}

/** What a file shows or is. */
function KindOfFile({ file, change }: { readonly file: Came; readonly change: (changed: Came) => void }) {
  const { t } = useTranslation();
  const text = useText();
  const kinds = usePlan()?.evidenceKinds ?? [];
  return (
    <Select
      size="small"
      value={file.kind}
      aria-label={`${t('registering.fileKind')} ${file.name}`}
      style={{ width: 160 }}
      options={kinds.map((kind) => ({ value: kind.id, label: text(kind.label) }))}
      onChange={(kind: string) => change({ ...file, kind })}
    />
  );
}
