import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import { useText } from '../../i18n/text.ts';
import { paths } from '../../paths.ts';

/** The way to a new dossier, for whoever may open one; by which channel it came is asked first. */
export function NewButton({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  if (!kind.mayOpen) return null;
  const open = (from?: string): void =>
    void navigate({ to: paths.newCase, params: { kind: kind.id }, search: from ? { from } : {} });
  const name = t('cases.new', { kind: text(kind.title) });
  if (kind.from.length === 0)
    return (
      <Button type="primary" onClick={() => open()}>
        {name}
      </Button>
    );
  const items = kind.from.map(({ id, label }) => ({ key: id, label: text(label), onClick: () => open(id) }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="primary">{name}</Button>
    </Dropdown>
  );
}
