import type { Actor } from '@bihuan/core/access';
import { mediaTypeOf } from '../../files/media-type.ts';
import { takeOut } from '../../files/pictures/take-out.ts';
import type { Services } from '../../services.ts';
import { cellName } from './brought.ts';
import { visibleImport } from './seats.ts';
import { understand, workbookOf } from './understanding.ts';

/** A picture of an import that is looked at before it comes in, or null where there is none that this person may see. */
export async function readPicture(
  services: Services,
  id: string,
  picture: string,
  by: Actor,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Buffer } | null> {
  const record = await visibleImport(services, id, by);
  if (!record) return null;
  const { understanding } = await understand(services, record);
  const found = understanding.pictures.find((one) => one.id === picture);
  if (!found?.file) return null;
  const { xlsx } = await workbookOf(services, record);
  const name = `${cellName(found)}.${found.file.ending}`;
  for await (const { bytes } of takeOut(xlsx, [found.file])) {
    const mediaType = bytes && mediaTypeOf(name, bytes);
    return bytes && mediaType ? { name, mediaType, bytes } : null;
  }
  return null;
}
