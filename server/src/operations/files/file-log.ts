import type { Actor } from '@bihuan/core/access';
import { keeperSigner } from '@bihuan/core/person';
import { evolveFile, type FileEvent, type FileFacts } from '@bihuan/core/received';
import type { Services } from '../../services.ts';
import type { Append } from '../../store/dossiers/dossiers.ts';
import { plainAppend } from '../dossiers/plain-append.ts';

/** A file that is whole and on disk, as its log of one event and its row: one statement writes both. */
export function fileAppend(
  services: Pick<Services, 'region' | 'now' | 'today'>,
  by: Actor,
  { id, name, mediaType, size, digest }: FileFacts & { readonly id: string },
): Append {
  const signed = { by: keeperSigner({ actor: by, administrator: false }), on: services.today(), at: services.now() };
  const event: FileEvent = { ...signed, type: 'FileReceived', name, mediaType, size, digest };
  const row = { id, name, media_type: mediaType, size, digest, uploaded_by: by.id, uploaded_at: event.at };
  return plainAppend(services, {
    dossier: id,
    kind: 'file',
    standing: null,
    events: [event],
    state: evolveFile(null, event),
    received: { table: 'file', row },
  });
}
