import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { GROUPS, OPTIONAL, USUAL, type Optional } from './column-groups.ts';

export type Density = 'dense' | 'airy';
type Look = {
  readonly shown: readonly Optional[];
  readonly choose: (columns: readonly Optional[]) => void;
  readonly density: Density;
  readonly space: (density: Density) => void;
};

/** 列设置: which columns, how close; kept on this machine. */
export function ColumnChooser({ shown, choose, density, space }: Look) {
  const { t } = useTranslation();
  const toggle = (column: Optional): void =>
    choose(OPTIONAL.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one))));
  const content = (
    <div style={{ display: 'grid', gap: 10, width: 240 }}>
      {GROUPS.map((group) => (
        <fieldset
          key={group.id}
          style={{ border: 0, margin: 0, padding: 0, display: 'grid', gridTemplateColumns: '1fr 1fr' }}
        >
          <legend className="quiet tiny">{t(`register.group.${group.id}`)}</legend>
          {group.columns.map((column) => (
            <Checkbox key={column} checked={shown.includes(column)} onChange={() => toggle(column)}>
              {t(`register.${column}`)}
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
      <Button size="small" type="link" onClick={() => choose(USUAL)}>
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
