/** Types that may serve as evidence or scan: what the first bytes say, and the ending that must agree. */
const KNOWN: readonly {
  readonly type: string;
  readonly endings: readonly string[];
  readonly magic: (head: Buffer) => boolean;
}[] = [
  {
    type: 'image/jpeg',
    endings: ['jpg', 'jpeg'],
    magic: (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  },
  {
    type: 'image/png',
    endings: ['png'],
    magic: (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  {
    type: 'image/webp',
    endings: ['webp'],
    magic: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'application/pdf', endings: ['pdf'], magic: (head) => head.toString('latin1', 0, 5) === '%PDF-' },
  { type: 'image/heic', endings: ['heic'], magic: (head) => STILLS.includes(brandOf(head) ?? '') },
  {
    type: 'video/mp4',
    endings: ['mp4'],
    magic: (head) => brandOf(head) !== null && !STILLS.includes(brandOf(head) ?? ''),
  },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'], magic: isZip },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'], magic: isZip },
  { type: 'application/ofd', endings: ['ofd'], magic: isZip },
  { type: 'application/msword', endings: ['doc'], magic: isCompound },
  { type: 'application/vnd.ms-excel', endings: ['xls'], magic: isCompound },
];

/** Brands of a file of boxes that say: a still picture as telephones take it. */
const STILLS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'];

/** The main brand of a file of boxes (ISO 14496-12), or null where it is none. */
function brandOf(head: Buffer): string | null {
  return head.toString('latin1', 4, 8) === 'ftyp' ? head.toString('latin1', 8, 12) : null;
}

function isCompound(head: Buffer): boolean {
  return head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
}

function isZip(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'PK\u0003\u0004';
}

/** The media type when ending and first bytes agree on an allowed one, else null: magic bytes are never the only gate. */
export function mediaTypeOf(name: string, head: Buffer): string | null {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return KNOWN.find((known) => known.endings.includes(ending) && known.magic(head))?.type ?? null;
}

/** Types of pictures that a workbook may hold and evidence may be, by their endings. */
const PICTURES = ['jpg', 'png', 'webp'] as const;

/** What a picture is by its first bytes, as the ending that goes with it; null: no picture that evidence may be. */
export const pictureType = (head: Buffer): (typeof PICTURES)[number] | null =>
  PICTURES.find((ending) => mediaTypeOf(`.${ending}`, head) !== null) ?? null;
