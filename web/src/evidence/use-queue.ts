import { useEffect, useState } from 'react';
import { newIntent } from '../api/client.ts';
import { officeDayOf } from '../api/today.ts';
import { useSession } from '../api/session.ts';
import { useRefresh } from '../verbs/use-act.ts';
import { drop, heldFor, keep, type Held } from './held.ts';
import type { Proved } from './proved.ts';
import { send } from './send.ts';

/** A file as the list shows it: with how far it is, and why not. */
export type Queued = Held & { readonly percent?: number; readonly trouble?: unknown };

export type Queue = {
  readonly files: readonly Queued[];
  readonly add: (chosen: readonly File[], kind: string) => void;
  readonly change: (
    id: string,
    changed: Partial<Pick<Held, 'kind' | 'takenOn' | 'place' | 'measure' | 'measures' | 'note'>>,
  ) => void;
  readonly remove: (id: string) => void;
  /** Sends what has not arrived, one after the other; answers whether all of it has. */
  readonly sendAll: () => Promise<boolean>;
  readonly sending: boolean;
};

/** The files of this person for one dossier; drafts come back when the page does. */
export function useQueue({ of, id: dossier }: Pick<Proved, 'of' | 'id'>): Queue {
  const { person, installation } = useSession();
  const owner = person?.id ?? '';
  const refresh = useRefresh();
  const [files, setFiles] = useState<readonly Queued[]>([]);
  const [sending, setSending] = useState(false);
  useEffect(() => {
    void heldFor(owner, dossier).then((held) =>
      setFiles((now) => [...held.filter((one) => !now.some((other) => other.id === one.id)), ...now]),
    );
  }, [owner, dossier]);

  const put = (id: string, changed: Partial<Queued>): void =>
    setFiles((now) => now.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  const sendOne = async (file: Queued): Promise<boolean> => {
    put(file.id, { state: 'sending', percent: 0, trouble: undefined });
    await keep({ ...stored(file), state: 'sending' });
    try {
      await send(file, (done) => put(file.id, { percent: Math.round(done * 100) }));
      await drop(file.id);
      put(file.id, { state: 'arrived' });
      return true;
    } catch (error) {
      await keep({ ...stored(file), state: 'refused' });
      put(file.id, { state: 'refused', trouble: error });
      return false;
    }
  };

  return {
    files,
    sending,
    add: (chosen, kind) => {
      const added = chosen.map((file) =>
        draftOf(file, kind, { of, id: dossier, person: owner, today: installation.today }),
      );
      setFiles((now) => [...now, ...added]);
      void Promise.all(added.map(keep));
    },
    change: (id, changed) => {
      put(id, changed);
      const file = files.find((one) => one.id === id);
      if (file) void keep({ ...stored(file), ...changed });
    },
    remove: (id) => {
      setFiles((now) => now.filter((one) => one.id !== id));
      void drop(id);
    },
    sendAll: async () => {
      const due = files.filter((file) => file.state !== 'arrived');
      setSending(true);
      for (const file of due) put(file.id, { state: 'waiting' });
      let arrived = 0;
      for (const file of due) arrived += (await sendOne(file)) ? 1 : 0;
      await refresh();
      setSending(false);
      return arrived === due.length;
    },
  };
}

type Meant = Pick<Proved, 'of' | 'id'> & { readonly person: string; readonly today: string };

/** A picture was taken on the day of its file, unless the camera's clock is ahead: then nobody knows, and the person says. */
function draftOf(file: File, kind: string, { of, id, person, today }: Meant): Held {
  const day = officeDayOf(new Date(file.lastModified));
  const takenOn = file.type.startsWith('image/') && day <= today ? day : null;
  return {
    id: newIntent(),
    person,
    dossier: id,
    of,
    name: file.name,
    size: file.size,
    blob: file,
    kind,
    takenOn,
    place: '',
    measure: null,
    note: '',
    state: 'draft',
  };
}

function stored({ percent: _percent, trouble: _trouble, ...held }: Queued): Held {
  return held;
}
