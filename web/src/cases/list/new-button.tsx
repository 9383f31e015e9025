import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/text.ts';
import type { Kind } from '../../kinds/kind.ts';
import { paths } from '../../paths.ts';
import { useObstacle } from '../../verbs/obstacle.ts';

/** The way to a new dossier; by which channel it came is asked first. Whoever may not open one sees whose it is. */
export function NewButton({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const text = useText();
  const sentence = useObstacle();
  const navigate = useNavigate();
  const open = (from?: string): void =>
    void navigate({ to: paths.newCase, params: { kind: kind.id }, search: from ? { from } : {} });
  const name = t('cases.new', { kind: text(kind.title) });
  // what only duties and other dossiers bring is nobody's to open: there is no such verb
  if (kind.obstacle?.code === 'silent') return null;
  if (kind.obstacle) {
    const why = sentence(kind.obstacle);
    return (
      <Tooltip title={why} trigger={['hover', 'focus']}>
        <Button className="blocked" aria-disabled aria-label={`${name}：${why}`}>
          {name}
        </Button>
      </Tooltip>
    );
  }
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
