import type { Actor } from '@bihuan/core/access';
import { keeperSigner } from '@bihuan/core/person';
import { evolveFile, type FileEvent } from '@bihuan/core/received';
import type { Services } from '../../services.ts';
import type { Append } from '../../store/dossiers/dossiers.ts';
import type { StoredFile } from '../../store/files.ts';
import { plainAppend } from '../dossiers/plain-append.ts';

type Received = Pick<StoredFile, 'id' | 'name' | 'media_type' | 'size' | 'digest'>;

/**
 * A file that is whole and on disk, as its log of one event and its row: one statement writes both.
 * @param stored instant at which its row was written, where it stands already
 */
export function fileAppend(
  services: Pick<Services, 'region' | 'now' | 'today'>,
  by: Actor,
  { id, name, media_type, size, digest }: Received,
  stored: string | null = null,
): Append {
  const at = stored ?? services.now();
  const signed = { by: keeperSigner({ actor: by, administrator: false }), on: services.today(), at };
  const event: FileEvent = { ...signed, type: 'FileReceived', name, mediaType: media_type, size, digest };
  const row = { id, name, media_type, size, digest, uploaded_by: by.id, uploaded_at: at };
  return plainAppend(services, {
    dossier: id,
    kind: 'file',
    standing: null,
    events: [event],
    state: evolveFile(null, event),
    ...(stored === null ? { received: { table: 'file', row } } : {}),
  });
}
