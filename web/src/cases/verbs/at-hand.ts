import { lazy } from 'react';
import { useAtHand } from '../../verbs/use-at-hand.ts';

const fetchWindow = () => import('./window.tsx');

/** The window of a plain dossier's verbs, fetched apart from the page that only shows where it stands. */
export const CaseWindow = lazy(fetchWindow);

/** Brings the forms in while the page is being read: where the network goes away, they are there. */
export const useVerbsAtHand = (): void => useAtHand(fetchWindow);
