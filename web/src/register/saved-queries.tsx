import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../kept/kept.ts';
import type { Filters } from './query.ts';

type Saved = { readonly name: string; readonly filters: Filters };

/** 常用查询: queries under a name, kept on this machine. */
export function SavedQueries({
  filters,
  ask,
}: {
  readonly filters: Filters;
  readonly ask: (filters: Filters) => void;
}) {
  const { t } = useTranslation();
  const [saved, keep] = useKept<readonly Saved[]>('register.saved', []);
  const [name, setName] = useState<string | null>(null);
  const items = [
    ...saved.map((one) => ({ key: one.name, label: one.name, onClick: () => ask(one.filters) })),
    { key: '+', label: t('register.save'), onClick: () => setName('') },
  ];
  const save = (): void => {
    if (name?.trim())
      keep([
        ...saved.filter((one) => one.name !== name.trim()),
        { name: name.trim(), filters: { ...filters, after: undefined } },
      ]);
    setName(null);
  };
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button className="wide-only">{t('register.saved')}</Button>
      </Dropdown>
      <Modal open={name !== null} title={t('register.save')} onOk={save} onCancel={() => setName(null)} destroyOnHidden>
        <Input
          autoFocus
          value={name ?? ''}
          onChange={(event) => setName(event.target.value)}
          placeholder={t('register.saveName')}
          maxLength={30}
          onPressEnter={save}
        />
      </Modal>
    </>
  );
}
