import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useObstacle } from './obstacle.ts';
import { useTitle } from './titles.ts';
import type { Filed, Offer } from './verb.ts';

type Panel = { readonly dossier: Filed; readonly offers: readonly Offer[]; readonly choose: (offer: Offer) => void };

/** 全部事项: everything that can ever be done with a dossier, with the reason where it cannot be done now. */
export function AllVerbs({ dossier, offers, choose }: Panel) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const pick = (offer: Offer): void => {
    setOpen(false);
    choose(offer);
  };
  const may = offers.filter((offer) => offer.obstacle === null);
  const mayNot = offers.filter((offer) => offer.obstacle !== null);
  return (
    <>
      <Button type="text" icon={<MenuOutlined aria-hidden />} onClick={() => setOpen(true)} title={t('verbs.allHint')}>
        {t('verbs.all')}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('verbs.all')} size={560}>
        <VerbList heading={t('verbs.may')} offers={may} dossier={dossier} pick={pick} />
        <VerbList heading={t('verbs.mayNot')} offers={mayNot} dossier={dossier} pick={pick} />
      </Drawer>
    </>
  );
}

type List = {
  readonly heading: string;
  readonly offers: readonly Offer[];
  readonly dossier: Filed;
  readonly pick: (offer: Offer) => void;
};

function VerbList({ heading, offers, dossier, pick }: List) {
  const title = useTitle(dossier);
  const sentence = useObstacle(dossier.policy, dossier.kind?.stages);
  if (offers.length === 0) return null;
  return (
    <section style={{ marginBottom: 20 }}>
      <h2>{heading}</h2>
      <ul className="all-verbs">
        {offers.map((offer) => (
          <li key={offer.type + (offer.target ?? '')}>
            {offer.obstacle ? (
              <span>{title(offer)}</span>
            ) : (
              <button type="button" className="linklike" onClick={() => pick(offer)}>
                {title(offer)}
              </button>
            )}
            <span className="quiet">{offer.obstacle && sentence(offer.obstacle)}</span>
            <Clause id={offer.clause} edition={dossier.policy} />
          </li>
        ))}
      </ul>
    </section>
  );
}
