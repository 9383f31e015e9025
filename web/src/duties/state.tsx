import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  HourglassOutlined,
  MinusOutlined,
  RollbackOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { colour } from '../theme.ts';

/** How a return stands on the wall. */
export type CellState = Schema<'DutyPeriod'>['mine'][number]['state'];

/** In the order in which a wall can be narrowed to them: what needs somebody first. */
export const STATES: readonly CellState[] = ['missing', 'returned', 'open', 'confirming', 'late', 'filed', 'nil'];

const LOOK = {
  filed: { ink: colour.bank, Icon: CheckCircleOutlined },
  nil: { ink: colour.bank, Icon: CheckCircleOutlined },
  late: { ink: colour.warning, Icon: ExclamationCircleOutlined },
  confirming: { ink: colour.near, Icon: HourglassOutlined },
  open: { ink: colour.near, Icon: ClockCircleOutlined },
  returned: { ink: colour.warning, Icon: RollbackOutlined },
  missing: { ink: colour.overdue, Icon: WarningOutlined },
  'not-owed': { ink: colour.quiet, Icon: MinusOutlined },
} as const satisfies Record<CellState, unknown>;

/** A state is an icon and words; its colour never stands alone. */
export function StateOf({ state, nil = false }: { readonly state: CellState; readonly nil?: boolean }) {
  const { t } = useTranslation();
  const { ink, Icon } = LOOK[state];
  return (
    <span className="light" style={{ color: ink }}>
      <Icon aria-hidden /> {state === 'late' && nil ? t('duties.lateNil') : t(`duties.state.${state}`)}
    </span>
  );
}

/** How a member stood when it was frozen, which may have been before its day: what was not filed is not called overdue. */
export function FrozenState({ state }: { readonly state: CellState }) {
  const { t } = useTranslation();
  if (state !== 'missing') return <StateOf state={state} />;
  return (
    <span className="light" style={{ color: colour.warning }}>
      <ExclamationCircleOutlined aria-hidden /> {t('duties.unfiled')}
    </span>
  );
}

/** Whether somebody still has to file it. */
export const isWaiting = (state: CellState): boolean => state === 'missing' || state === 'returned' || state === 'open';
