import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendPiece, type Piece } from './bring.ts';

/** A list on its way in, piece by piece. @param from the first day of the posts */
export function useBringing(from: string) {
  const queries = useQueryClient();
  const [pieces, setPieces] = useState<readonly Piece[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  /** Sends what is not answered yet; after a lost connection it goes on where it was. */
  const send = async (all: readonly Piece[]): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    let now = all;
    setPieces(now);
    try {
      for (const piece of all) {
        if (piece.coming.every(({ result }) => result !== null)) continue;
        const done = await sendPiece(piece, from);
        now = now.map((one) => (one.key === done.key ? done : one));
        setPieces(now);
      }
      await Promise.all([['people'], ['first-hours']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return { pieces, busy, trouble, send, goOn: () => send(pieces ?? []) };
}
