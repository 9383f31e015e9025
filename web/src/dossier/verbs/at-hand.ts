import { lazy } from 'react';
import { useAtHand } from '../../verbs/use-at-hand.ts';

const fetchWindow = () => import('./window.tsx');

/** The window of a problem's verbs, fetched apart from the page that only shows where the problem stands. */
export const ProblemWindow = lazy(fetchWindow);

/** Brings the forms in while the page is being read: where the network goes away, they are there. */
export const useVerbsAtHand = (): void => useAtHand(fetchWindow);
