import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { OPTIONAL, type Optional } from './columns.tsx';

/** 列设置: which columns this person wants; kept on this machine. */
export function ColumnChooser({
  shown,
  choose,
}: {
  readonly shown: readonly Optional[];
  readonly choose: (columns: readonly Optional[]) => void;
}) {
  const { t } = useTranslation();
  const content = (
    <Checkbox.Group
      style={{ display: 'grid', gap: 4 }}
      value={[...shown]}
      onChange={(values) => choose(OPTIONAL.filter((column) => values.includes(column)))}
      options={OPTIONAL.map((value) => ({ value, label: t(`register.${value}`) }))}
    />
  );
  return (
    <Popover trigger="click" content={content}>
      <Button className="wide-only">{t('register.columns')}</Button>
    </Popover>
  );
}
