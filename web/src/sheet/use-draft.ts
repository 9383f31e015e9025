import { useEffect, useState } from 'react';
import { useSession } from '../api/session.ts';
import { draftOf, dropDraft, keepDraft, sweepDrafts, type Draft, type Written } from './draft.ts';

type Kept<V extends Written> = {
  /** What was found when the form was opened. */
  readonly found: Draft<V> | null;
  readonly keep: (values: Written) => void;
  /** It was sent, or put away. */
  readonly drop: () => void;
};

const PAUSE = 400;

/**
 * The draft of this person about this form: kept while they write, found again when they come back. `keepable` says what of it
 * may stay on the machine.
 */
export function useDraft<V extends Written>(about: string, keepable: (values: Written) => V): Kept<V> {
  const person = useSession().person?.id ?? '';
  const [found, setFound] = useState(() => {
    sweepDrafts(localStorage, new Date());
    return draftOf(localStorage, person, about, keepable);
  });
  const [written, setWritten] = useState<Written | null>(null);
  useEffect(() => {
    if (!written) return;
    const draft = { values: written, at: new Date().toISOString() };
    const timer = setTimeout(() => keepDraft(localStorage, person, about, draft), PAUSE);
    // closing the page within the pause loses nothing either
    const now = (): void => keepDraft(localStorage, person, about, draft);
    addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', now);
    };
  }, [written, person, about]);
  return {
    found,
    keep: (values) => setWritten(keepable(values)),
    drop: () => {
      setWritten(null);
      setFound(null);
      dropDraft(localStorage, person, about);
    },
  };
}
