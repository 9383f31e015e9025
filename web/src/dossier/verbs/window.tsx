import { VerbWindow } from '../../verbs/verb-window.tsx';
import type { Matter } from '../../verbs/verb.ts';
import type { Dossier } from '../dossier.ts';
import { problemBook } from './book.ts';

/** The window of a problem's verb. */
export default function ProblemWindow(matter: Matter<Dossier> & { readonly close: () => void }) {
  return <VerbWindow {...matter} book={problemBook} />;
}
