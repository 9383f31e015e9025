import { Readable } from 'node:stream';
import { deflateSync, crc32 } from 'node:zlib';
import type { Actor } from '@bihuan/core/access';
import type { OfficialDocument } from '@bihuan/core/procedure';
import { yearOf } from '@bihuan/core/time';
import { receiveFile } from '../operations/files/files.ts';
import type { Services } from '../services.ts';
import { inventedFor } from './invented.ts';

/** A plain picture of one colour as PNG: stands for a photo or a scan in the demonstration, and is visibly none. */
function picture(red: number, green: number, blue: number): Buffer {
  const side = 32;
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.from(Array.from({ length: side }, () => [red, green, blue]).flat()),
  ]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([frame.subarray(0, 4), body, sum]);
}

/** A picture that was filed: its file id, and what the record keeps of it. */
export type Filed = { readonly file: string; readonly name: string; readonly digest: string };

let painted = 0;

/** Uploads a picture that no other dossier has, under this name: a muted tone, so that nothing on the page shouts. */
export async function uploadPicture(services: Services, name: string, by: Actor): Promise<Filed> {
  painted += 1;
  const bytes = picture(120 + (painted % 60), 140 + (Math.floor(painted / 60) % 60), 130 + ((painted * 7) % 60));
  const received = await receiveFile(services, `${name}.png`, Readable.from([bytes]), by);
  if ('refused' in received) throw new Error(`the demonstration's picture was refused: ${received.refused}`);
  const { id: file, name: called, digest } = received.file;
  return { file, name: called, digest };
}

let papers = 0;

/** A paper of a unit here, or of one that does not sign in here, with a plainly invented number. */
export function paper(services: Services, whose: 'own' | 'outside', filed?: Filed): OfficialDocument {
  papers += 1;
  const organ = inventedFor(services.region)?.papers[whose] ?? '';
  const number = `${organ}演示〔${yearOf(services.today())}〕${papers}号`;
  return {
    number,
    date: services.today(),
    ...(filed ? { scan: filed.file, scanned: { name: filed.name, digest: filed.digest } } : {}),
  };
}
