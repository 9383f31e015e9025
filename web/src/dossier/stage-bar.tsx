import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Dossier } from './dossier.ts';
import { stationsOf } from './stations.ts';

/** The loop as a line of seven stations; what is behind is ticked, where it stands is filled. */
export function StageBar({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  return (
    <ol className="stagebar">
      {stationsOf(dossier).map(({ id, state, on }) => (
        <li key={id} className={state} aria-current={state === 'open' ? 'step' : undefined}>
          <span className="dot">{state === 'done' && <CheckOutlined aria-label={t('dossier.done')} />}</span>
          <span className="name">{t(`dossier.stage.${id}`)}</span>
          <span className="on">{on?.slice(2) ?? (state === 'open' ? t('dossier.open') : '')}</span>
        </li>
      ))}
    </ol>
  );
}
