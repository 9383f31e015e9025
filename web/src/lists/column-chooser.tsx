import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

export type Density = 'dense' | 'airy';
/** Columns under one head, with what each is called. */
type Group = { readonly title: string; readonly columns: readonly { readonly id: string; readonly label: string }[] };
type Look = {
  readonly groups: readonly Group[];
  readonly usual: readonly string[];
  readonly shown: readonly string[];
  readonly choose: (columns: readonly string[]) => void;
  readonly density: Density;
  readonly space: (density: Density) => void;
};

/** 列设置: which columns, how close; kept on this machine. */
export function ColumnChooser({ groups, usual, shown, choose, density, space }: Look) {
  const { t } = useTranslation();
  const all = groups.flatMap(({ columns }) => columns.map(({ id }) => id));
  const toggle = (column: string): void =>
    choose(all.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one))));
  const content = (
    <div style={{ display: 'grid', gap: 10, width: 240 }}>
      {groups.map((group) => (
        <fieldset
          key={group.title}
          style={{ border: 0, margin: 0, padding: 0, display: 'grid', gridTemplateColumns: '1fr 1fr' }}
        >
          <legend className="quiet tiny">{group.title}</legend>
          {group.columns.map(({ id, label }) => (
            <Checkbox key={id} checked={shown.includes(id)} onChange={() => toggle(id)}>
              {label}
            </Checkbox>
          ))}
        </fieldset>
      ))}
      <Segmented
        size="small"
        block
        value={density}
        options={(['dense', 'airy'] as const).map((value) => ({ value, label: t(`register.${value}`) }))}
        onChange={space}
      />
      <Button size="small" type="link" onClick={() => choose(usual)}>
        {t('register.usual')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" content={content} placement="bottomRight">
      <Button
        className="wide-only"
        icon={<SettingOutlined aria-hidden />}
        title={t('register.columns')}
        aria-label={t('register.columns')}
      />
    </Popover>
  );
}
