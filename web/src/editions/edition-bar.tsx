import { App, Button, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkipToWork } from '../frame/skip.tsx';
import { useText } from '../i18n/text.ts';
import { useAskedFor } from '../verbs/use-asked-for.ts';
import { useObstacle } from '../verbs/obstacle.ts';
import '../verbs/verbs.css';
import { oneOfEach } from './offers.ts';
import type { EditionOffer, EditionView } from './use-edition.ts';
import { later } from '../windows/later.tsx';

const StepWindow = later(() => import('./step-window.tsx'), 'StepWindow');

/** What may be done with the edition now; what this person may not do stays, grey, and says why. */
export function EditionBar({ view }: { readonly view: EditionView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const title = useOfferTitle();
  const sentence = useObstacle(view.policy);
  const bar = useRef<HTMLDivElement>(null);
  const [chosen, setOpen] = useState<EditionOffer | null>(null);
  const asked = useAskedFor(view);
  const open = chosen ?? asked.offer;
  const shut = (): void => {
    setOpen(null);
    asked.drop();
  };
  if (view.row.stage === 'consented' && view.offers.length === 0) return null;
  return (
    <div className="actions no-print" role="toolbar" aria-label={t('verbs.all')} ref={bar}>
      <SkipToWork says={t('verbs.skip')} within={bar} />
      {oneOfEach(view.offers).map((offer) => {
        const why = offer.obstacle ? `${sentence(offer.obstacle)}${offer.clause ? `（${offer.clause}）` : ''}` : null;
        return (
          <Tooltip key={offer.type + offer.target} title={why ?? offer.clause} trigger={['hover', 'focus']}>
            <Button
              type={why === null && offer.type === 'TakeStep' ? 'primary' : 'default'}
              className={why === null ? '' : 'blocked'}
              aria-disabled={why !== null}
              {...(why === null ? {} : { 'aria-label': `${title(offer)}：${why}` })}
              onClick={() => why === null && setOpen(offer)}
            >
              {title(offer)}
            </Button>
          </Tooltip>
        );
      })}
      {open && (
        <StepWindow
          view={view}
          offer={open}
          title={title(open)}
          close={shut}
          done={() => void message.success(t('editions.did', { what: title(open) }))}
        />
      )}
    </div>
  );
}

function useOfferTitle(): (offer: EditionOffer) => string {
  const { t } = useTranslation();
  const text = useText();
  return (offer) => {
    if (offer.type === 'TakeStep' || offer.type === 'NoteDays') return text(offer.title);
    return offer.type === 'ReturnStep' ? t('editions.return') : t(`verbs.${offer.type}`);
  };
}
