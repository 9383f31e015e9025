import type { Matter } from '../../verbs/verb.ts';
import { VerbWindow } from '../../verbs/verb-window.tsx';
import type { Case } from '../dossier/case.ts';
import { caseBook } from './book.ts';

/** The window of a plain dossier's verb. */
export default function CaseWindow(matter: Matter<Case> & { readonly close: () => void }) {
  return <VerbWindow {...matter} book={caseBook} />;
}
