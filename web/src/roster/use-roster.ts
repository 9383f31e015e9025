import { useState } from 'react';
import { upload } from '../api/client.ts';
import { piecesOf } from './bring.ts';
import { useBringing } from './use-bringing.ts';
import { NOTHING_SAID, settled, type Answers, type Roster, type Settled } from './settle.ts';

/** What a person says that columns are, by their place; '' for nothing. */
export type Columns = Readonly<Record<number, string>>;

/** A list of people from the file to the slips. The server keeps nothing of the file: this page holds it. */
export function useRoster(today: string) {
  const [file, setFile] = useState<File | null>(null);
  const [roster, setRoster] = useState<Roster | null>(null);
  const [columns, setColumns] = useState<Columns>({});
  const [answers, setAnswers] = useState<Answers>(NOTHING_SAID);
  const [from, setFrom] = useState(today);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const bringing = useBringing(from);

  const look = async (
    given: File,
    as: { sheet?: string; columns?: Columns },
    progress: (done: number) => void = () => {},
  ) => {
    const query = new URLSearchParams({ name: given.name, ...(as.sheet ? { sheet: as.sheet } : {}) });
    const said = Object.entries(as.columns ?? {}).map(([column, means]) => `${column}:${means}`);
    if (said.length > 0) query.set('columns', said.join(','));
    const read = await upload<Roster>(`/api/people/roster?${query}`, given, progress);
    setFile(given);
    setRoster(read);
    setColumns(as.columns ?? {});
    setAnswers(NOTHING_SAID);
  };
  /** The same file read otherwise: another sheet, or a column that is something else. */
  const again = async (as: { sheet?: string; columns?: Columns }): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setTrouble(null);
    await look(file, as).catch(setTrouble);
    setBusy(false);
  };
  const rows: readonly Settled[] = roster ? settled(roster.entries, answers) : [];
  return {
    file,
    roster,
    columns,
    answers,
    say: setAnswers,
    from,
    setFrom,
    rows,
    pieces: bringing.pieces,
    busy: busy || bringing.busy,
    trouble: trouble ?? bringing.trouble,
    look,
    again,
    bring: () => bringing.send(piecesOf(rows.filter(({ state }) => state === 'add' || state === 'hold'))),
    goOn: bringing.goOn,
    anew: () => setRoster(null),
  };
}

export type Desk = ReturnType<typeof useRoster>;
