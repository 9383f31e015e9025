import './verbs.css';
import { Button, Tooltip } from 'antd';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkipToWork } from '../frame/skip.tsx';
import { AllVerbs } from './all-verbs.tsx';
import { arrange, isWork } from './arrange.ts';
import { useAskedFor } from './use-asked-for.ts';
import { useObstacle } from './obstacle.ts';
import { useTitle } from './titles.ts';
import type { Filed, Offer, VerbWindow } from './verb.ts';

type Bar<D extends Filed> = {
  readonly dossier: D;
  /** What a verb is filled in, fetched when the first one is chosen. */
  readonly Window: VerbWindow<D>;
};

/** The verbs of this dossier for this person. A blocked one stays, grey, and says why; the server decides, not the page. */
export function ActionBar<D extends Filed>({ dossier, Window }: Bar<D>) {
  const { t } = useTranslation();
  const title = useTitle(dossier);
  const bar = useRef<HTMLDivElement>(null);
  const [chosen, setOpen] = useState<Offer | null>(null);
  const asked = useAskedFor(dossier);
  const open = chosen ?? asked.offer;
  const shut = (): void => {
    setOpen(null);
    asked.drop();
  };
  const { allowed, blocked, all } = arrange(dossier.offers);
  const nothing = dossier.row.closedOn ? t('verbs.closed') : t('verbs.nothing');
  return (
    <div className="actions" role="toolbar" aria-label={t('verbs.all')} ref={bar}>
      <SkipToWork says={t('verbs.skip')} within={bar} />
      {allowed.map((offer, index) => (
        <Tooltip key={offer.type + (offer.target ?? '')} title={offer.clause}>
          <Button type={index === 0 && isWork(offer, blocked) ? 'primary' : 'default'} onClick={() => setOpen(offer)}>
            {title(offer)}
          </Button>
        </Tooltip>
      ))}
      {blocked.map((offer) => (
        <Blocked key={offer.type + (offer.target ?? '')} offer={offer} title={title(offer)} dossier={dossier} />
      ))}
      {allowed.length === 0 && <span className="quiet small">{nothing}</span>}
      <span className="grow" />
      <AllVerbs dossier={dossier} offers={all} choose={setOpen} />
      {open && (
        <Suspense fallback={null}>
          <Window key={open.type + (open.target ?? '')} dossier={dossier} offer={open} close={shut} />
        </Suspense>
      )}
    </div>
  );
}

type BlockedVerb = { readonly offer: Offer; readonly title: string; readonly dossier: Filed };

/** Reached by the keyboard like any other, and explained there. */
function Blocked({ offer, title, dossier }: BlockedVerb) {
  const sentence = useObstacle(dossier.policy, dossier.kind?.stages);
  const why = `${offer.obstacle ? sentence(offer.obstacle) : ''}${offer.clause ? `（${offer.clause}）` : ''}`;
  return (
    <Tooltip title={why} trigger={['hover', 'focus']}>
      <Button className="blocked" aria-disabled aria-label={`${title}：${why}`}>
        {title}
      </Button>
    </Tooltip>
  );
}
