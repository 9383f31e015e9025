/** Where a file is: never said to be further than the server has confirmed. */
export type State = 'draft' | 'waiting' | 'sending' | 'arrived' | 'refused';

/** A file on its way to a dossier. The draft lives on this machine until the server has it, also when the page is closed. */
export type Held = {
  /** Also the idempotency key of the command: sent twice, it arrives once. */
  readonly id: string;
  readonly person: string;
  readonly dossier: string;
  /** Absent: the dossier is a problem, as in drafts that were kept before there were others. */
  readonly of?: 'problem' | 'case';
  readonly name: string;
  readonly size: number;
  readonly blob: Blob;
  readonly kind: string;
  readonly takenOn: string | null;
  readonly place: string;
  readonly measure: string | null;
  /** All measures that it proves; absent in drafts that were kept before one file could prove several. */
  readonly measures?: readonly string[];
  readonly note: string;
  readonly state: State;
};

const STORE = 'evidence';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('bihuan', 1);
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('dossier', ['person', 'dossier']);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('indexedDB'));
  });
}

/** Runs one request against the store. A browser without one (private windows) keeps drafts only while the page is open. */
async function ask<T>(
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest<T>,
  otherwise: T,
): Promise<T> {
  try {
    const database = await open();
    const answer = await new Promise<T>((resolve, reject) => {
      const asked = request(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('indexedDB'));
    });
    database.close();
    return answer;
  } catch {
    return otherwise;
  }
}

/** Files of this person for this dossier that have not arrived. One that was being sent when the page closed waits again. */
export async function heldFor(person: string, dossier: string): Promise<Held[]> {
  const held = await ask<Held[]>(
    'readonly',
    (store) => store.index('dossier').getAll([person, dossier]) as IDBRequest<Held[]>, // only `keep` writes here
    [],
  );
  return held.map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one));
}

/** Keeps a file, or what became of it. */
export async function keep(held: Held): Promise<void> {
  await ask<IDBValidKey>('readwrite', (store) => store.put(held), '');
}

/** Forgets a file: it arrived, or the person put it away. */
export async function drop(id: string): Promise<void> {
  await ask<undefined>('readwrite', (store) => store.delete(id), undefined);
}
