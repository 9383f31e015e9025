import { LIMITS } from './limits.ts';
import type { FileRefusalCode } from './refusal.ts';

type Sentence = { readonly zh: string; readonly en: string };

const SAVE_AGAIN: Sentence = {
  zh: '请用 WPS 或 Office 打开，另存一份后再上传，或导出为 PDF 上传',
  en: 'Open it in WPS or Office, save it anew or as PDF, and upload that',
};

/** What a look into a document finds, in words that say what to do. */
const REASONS: Partial<Record<FileRefusalCode, Sentence>> = {
  macros: {
    zh: '文件里有宏，不予接收。请另存为不含宏的文档，或导出为 PDF 再上传',
    en: 'The file holds macros and is not accepted. Save it without macros or as PDF and upload that',
  },
  encrypted: {
    zh: '文件设有打开密码，以后无法核对内容。请取消密码后重新上传',
    en: 'The file is locked with a password. Remove it and upload the file again',
  },
  'external-links': {
    zh: '文件打开时会读取外部的模板、图片或数据。请断开链接（图片改为嵌入），或导出为 PDF 再上传',
    en: 'The file fetches a template, pictures or data from outside when opened. Break the links or save it as PDF and upload that',
  },
  'embedded-objects': {
    zh: '文件里嵌入了其他文件或控件。请删除嵌入对象，或导出为 PDF 再上传',
    en: 'Other files or controls are embedded in the file. Delete them or save it as PDF and upload that',
  },
  'nested-archive': {
    zh: '文件里夹带了压缩包或其他文件。请删除，或导出为 PDF 再上传',
    en: 'Another file is hidden in the file. Remove it or save it as PDF and upload that',
  },
  'unpacks-too-large': {
    zh: `文件解开后过大（超过 ${LIMITS.unpackedBytes / 1024 / 1024} MB，或压缩比超过 ${LIMITS.ratio} 倍），不予接收。${SAVE_AGAIN.zh}`,
    en: `The file unpacks to more than ${LIMITS.unpackedBytes / 1024 / 1024} MB or ${LIMITS.ratio} times its size. ${SAVE_AGAIN.en}`,
  },
  'wrong-content': {
    zh: `文件内容不是扩展名所说的那一种。${SAVE_AGAIN.zh}`,
    en: `The content is not what the file's name says. ${SAVE_AGAIN.en}`,
  },
  truncated: {
    zh: '文件不完整，可能没有传完。请重新上传，或重新另存一份',
    en: 'The file is not complete. Upload it again, or save it anew',
  },
};

/** Why a document or picture is not kept after a look inside, in both languages. */
export const documentRefusal = (code: FileRefusalCode): Sentence =>
  REASONS[code] ?? {
    zh: `文件内部已损坏或不正常。${SAVE_AGAIN.zh}`,
    en: `The inside of the file is damaged or odd. ${SAVE_AGAIN.en}`,
  };
