import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

type Station = {
  readonly id: string;
  readonly name: string;
  readonly state: 'done' | 'open' | 'ahead';
  /** The day it was reached, where that is known. */
  readonly on: string | null;
};

/** The way of a dossier as a line of stations; what is behind is ticked, where it stands is filled. */
export function StageBar({ stations }: { readonly stations: readonly Station[] }) {
  const { t } = useTranslation();
  return (
    <ol className="stagebar">
      {stations.map(({ id, name, state, on }) => (
        <li key={id} className={state} aria-current={state === 'open' ? 'step' : undefined}>
          <span className="dot">{state === 'done' && <CheckOutlined aria-label={t('dossier.done')} />}</span>
          <span className="name">{name}</span>
          <span className="on">{state === 'open' ? t('dossier.open') : state === 'done' ? on : ''}</span>
        </li>
      ))}
    </ol>
  );
}
