import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueStrip } from '../due/strip.tsx';
import type { Clock, Timed } from './dossier.ts';

type Panel = { readonly dossier: Timed; readonly open: boolean; readonly close: () => void };

/** 为什么是这一天: every limit of this dossier with its arithmetic, those that run first. */
export function DueDrawer({ dossier, open, close }: Panel) {
  const { t } = useTranslation();
  const running = (clock: Clock): number => (clock.metOn === null ? 0 : 1);
  const clocks = [...dossier.clocks].sort(
    (a, b) => running(a) - running(b) || (a.light.due ?? '').localeCompare(b.light.due ?? ''),
  );
  return (
    <Drawer open={open} onClose={close} size={560} title={t('due.title')} destroyOnHidden>
      {!clocks.some((clock) => clock.metOn === null && !clock.floor) && !dossier.row.closedOn && (
        <p>{t('due.silent')}</p>
      )}
      {clocks.map((clock) => (
        <DueStrip key={clock.id} clock={clock} edition={dossier.policy} />
      ))}
      <p className="quiet tiny">{t('due.legend')}</p>
    </Drawer>
  );
}
