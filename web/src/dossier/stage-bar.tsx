import { CheckOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { timelineQuery, type Dossier } from './dossier.ts';
import { stationsOf } from './stations.ts';

/** The loop as a line of seven stations; what is behind is ticked, where it stands is filled. */
export function StageBar({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const record = useQuery(timelineQuery(dossier.row.id));
  return (
    <ol className="stagebar">
      {stationsOf(dossier, record.data ?? []).map(({ id, state, on }) => (
        <li key={id} className={state} aria-current={state === 'open' ? 'step' : undefined}>
          <span className="dot">{state === 'done' && <CheckOutlined aria-label={t('dossier.done')} />}</span>
          <span className="name">{t(`dossier.stage.${id}`)}</span>
          <span className="on">{state === 'open' ? t('dossier.open') : state === 'done' ? on : ''}</span>
        </li>
      ))}
    </ol>
  );
}
