import { useEffect, useState } from 'react';
import { useSession } from '../api/session.ts';
import { draftOf, dropDraft, keepDraft, type Draft } from './draft.ts';
import type { SheetField, SheetValues } from './field.ts';

type Kept = {
  /** What was found when the form was opened. */
  readonly found: Draft | null;
  readonly keep: (values: SheetValues) => void;
  /** It was sent, or put away. */
  readonly drop: () => void;
};

const PAUSE = 400;

/** The draft of this person about this form: kept while they write, found again when they come back. */
export function useDraft(about: string, fields: readonly SheetField[]): Kept {
  const person = useSession().person?.id ?? '';
  const [found] = useState(() => draftOf(localStorage, person, about, fields));
  const [written, setWritten] = useState<SheetValues | null>(null);
  useEffect(() => {
    if (!written) return;
    const draft = { values: written, at: new Date().toISOString() };
    const timer = setTimeout(() => keepDraft(localStorage, person, about, fields, draft), PAUSE);
    // closing the page within the pause loses nothing either
    const now = (): void => keepDraft(localStorage, person, about, fields, draft);
    addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', now);
    };
  }, [written, person, about, fields]);
  return {
    found,
    keep: setWritten,
    drop: () => {
      setWritten(null);
      dropDraft(localStorage, person, about);
    },
  };
}
