import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../kept/kept.ts';
import { without, type Asked } from './address.ts';

type Saved<T> = { readonly name: string; readonly filters: T };

type Given<T extends Asked> = {
  /** Which list: each keeps its own. */
  readonly list: string;
  readonly asked: T;
  readonly ask: (asked: T) => void;
};

/** 常用查询: queries under a name, kept on this machine. */
export function SavedQueries<T extends Asked>({ list, asked, ask }: Given<T>) {
  const { t } = useTranslation();
  const [saved, keep] = useKept<readonly Saved<T>[]>(`${list}.saved`, []);
  const [name, setName] = useState<string | null>(null);
  const items = [
    ...saved.map((one) => ({ key: one.name, label: one.name, onClick: () => ask(one.filters) })),
    { key: '+', label: t('register.save'), onClick: () => setName('') },
  ];
  const save = (): void => {
    const title = name?.trim();
    if (title) keep([...saved.filter((one) => one.name !== title), { name: title, filters: without(asked, 'after') }]);
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
          aria-label={t('register.saveName')}
          placeholder={t('register.saveName')}
          maxLength={30}
          onPressEnter={save}
        />
      </Modal>
    </>
  );
}
