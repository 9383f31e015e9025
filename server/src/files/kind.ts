import path from 'node:path';
import { LIMITS } from './limits.ts';
import type { FileRefusalCode } from './refusal.ts';

/** Formats that can be read: `xlsx` directly, the others after conversion. */
export type WorkbookKind = 'xlsx' | 'xls' | 'ods';

/** What a file is, by its name and by its first bytes; or why it is neither read nor converted. */
export type Sniffed = { readonly kind: WorkbookKind } | { readonly refused: FileRefusalCode };

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const MACROS = Buffer.from('_VBA_PROJECT', 'utf16le');

const REFUSED_BY_NAME: Readonly<Record<string, FileRefusalCode>> = {
  '.xlsm': 'macros',
  '.xltm': 'macros',
  '.xlam': 'macros',
  '.xlsb': 'binary-workbook',
};

/** Extension and content must agree; a compound file under .xlsx is an encrypted one, under .xls an old workbook. */
export function sniff(bytes: Buffer, fileName: string): Sniffed {
  const extension = path.extname(fileName).toLowerCase();
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > LIMITS.fileBytes) return { refused: 'too-large' };
  const byName = REFUSED_BY_NAME[extension];
  if (byName !== undefined) return { refused: byName };
  if (!['.xlsx', '.xls', '.ods'].includes(extension)) return { refused: 'wrong-type' };
  const compound = bytes.subarray(0, 8).equals(COMPOUND);
  if (compound && bytes.includes(ENCRYPTED)) return { refused: 'encrypted' };
  if (compound && bytes.includes(MACROS)) return { refused: 'macros' };
  if (extension === '.xls') return compound ? { kind: 'xls' } : { refused: 'wrong-content' };
  if (!bytes.subarray(0, 4).equals(ZIP)) return { refused: 'wrong-content' };
  return { kind: extension === '.ods' ? 'ods' : 'xlsx' };
}
