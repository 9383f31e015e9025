import { FileOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import type { Dossier } from './dossier.ts';

type Held = Omit<Dossier['evidence'][number], 'place' | 'measure'>;
type Proofs = { readonly evidence: readonly Held[] };

/** 佐证材料: what proves it, kind by kind. Odd things are pointed at; people judge. */
export function EvidenceTab({ dossier }: { readonly dossier: Proofs }) {
  const { t } = useTranslation();
  const text = useText();
  if (dossier.evidence.length === 0) return <p className="nothing">{t('dossier.noEvidence')}</p>;
  const kinds = [...new Map(dossier.evidence.map((held) => [held.kind, held.kindLabel])).entries()];
  return kinds.map(([kind, label]) => (
    <section key={kind} className="part">
      <h2>{text(label)}</h2>
      <ul className="proofs">
        {dossier.evidence
          .filter((held) => held.kind === kind)
          .map((held) => (
            <Proof key={held.id} held={held} />
          ))}
      </ul>
    </section>
  ));
}

function Proof({ held }: { readonly held: Held }) {
  const { t } = useTranslation();
  const address = `/api/files/${held.file}`;
  return (
    <li>
      <a href={address} target="_blank" rel="noreferrer" className="picture">
        {held.mediaType.startsWith('image/') && held.mediaType !== 'image/heic' ? (
          <img src={address} alt={held.name} loading="lazy" />
        ) : (
          <FileOutlined aria-label={held.name} />
        )}
      </a>
      <div className="small">
        <a href={address} target="_blank" rel="noreferrer">
          {held.name}
        </a>
        <div className="quiet tiny">
          {t('dossier.addedBy', { who: held.addedBy, day: held.addedOn })}
          {held.takenOn && ` · ${t('dossier.takenOn', { day: held.takenOn })}`}
        </div>
        {held.proves && held.proves.length > 0 && (
          <div className="tiny">{t('dossier.proves', { measures: held.proves.join('；') })}</div>
        )}
        {held.note && <div>{held.note}</div>}
        {held.flags.map((flag) => (
          <div key={flag} className="flag tiny">
            <WarningOutlined aria-hidden /> {t(`dossier.flag.${flag}`)}
          </div>
        ))}
      </div>
    </li>
  );
}
