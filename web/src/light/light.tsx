import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { colour } from '../theme.ts';
import { daysLeft } from './days-left.ts';

type LightView = Schema<'Light'>;

const LOOK = {
  green: { ink: colour.bank, Icon: CheckCircleOutlined },
  blue: { ink: colour.near, Icon: ClockCircleOutlined },
  amber: { ink: colour.warning, Icon: ExclamationCircleOutlined },
  red: { ink: colour.overdue, Icon: WarningOutlined },
  paused: { ink: colour.quiet, Icon: PauseCircleOutlined },
  none: { ink: colour.quiet, Icon: MinusCircleOutlined },
} as const;

type Lit = {
  readonly light: LightView;
  readonly closed?: boolean;
  /** What its end is called, where that is not a problem's. */
  readonly over?: string | undefined;
};

/** A light is an icon, words and days; its colour never stands alone. */
export function Light({ light, closed = false, over }: Lit) {
  const { t } = useTranslation();
  if (closed)
    return (
      <span style={{ color: colour.bank }}>
        <CheckCircleOutlined aria-hidden /> {over ?? t('light.closed')}
      </span>
    );
  const { ink, Icon } = LOOK[light.level];
  return (
    <span className="light" style={{ color: ink }}>
      <Icon aria-hidden /> {daysLeft(light, t)}
      {light.provisional && <span className="provisional">{t('light.provisional')}</span>}
      {!light.provisional && light.aboutDays && <span className="provisional">{t('light.aboutDays')}</span>}
    </span>
  );
}
