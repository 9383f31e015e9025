import { createContext, use, useState, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

/** Where the links stand; null until they do. */
const Place = createContext<HTMLElement | null>(null);

/** Before everything in it come the first stops of a keyboard: past the head and the menu, and on to the work where a page has some. Seen when reached. */
export function WithSkips({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [place, stand] = useState<HTMLElement | null>(null);
  return (
    <Place value={place}>
      <div ref={stand}>
        <Skip says={t('frame.skip')} go={() => document.getElementById('page')?.focus()} />
      </div>
      {children}
    </Place>
  );
}

type Work = { readonly says: string; readonly within: RefObject<HTMLElement | null> };

/** A way to the first thing to be done in a part of the page, however much stands before it. */
export function SkipToWork({ says, within }: Work) {
  const place = use(Place);
  const go = (): void => within.current?.querySelector<HTMLElement>('button:not([aria-disabled="true"])')?.focus();
  return place && createPortal(<Skip says={says} go={go} />, place);
}

function Skip({ says, go }: { readonly says: string; readonly go: () => void }) {
  return (
    <a
      className="skip"
      href="#page"
      onClick={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {says}
    </a>
  );
}
