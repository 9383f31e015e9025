import { LIMITS } from './limits.ts';

const mb = (bytes: number): number => Math.round(bytes / 1024 / 1024);
const SAVE_AGAIN = '请用 WPS 表格或 Excel 打开，选择“另存为”，格式选“Excel 工作簿（*.xlsx）”，再上传';
const SAVE_AGAIN_EN =
  'Open it in WPS or Excel, choose “Save as”, format “Excel workbook (*.xlsx)”, and upload it again';

/** Every reason why a file is not read, in words that say what to do. Codes are stable. */
const REFUSALS = {
  empty: {
    zh: '文件是空的（0 字节）。请检查后重新上传',
    en: 'The file is empty (0 bytes). Check it and upload it again',
  },
  'too-large': {
    zh: `文件超过 ${mb(LIMITS.fileBytes)} MB。请删去图片和用不到的工作表，或分成几个文件上传`,
    en: `The file is larger than ${mb(LIMITS.fileBytes)} MB. Remove pictures and sheets that are not needed, or split it`,
  },
  'wrong-type': {
    zh: `只能导入表格文件（.xlsx）。${SAVE_AGAIN}`,
    en: `Only workbooks (.xlsx) can be imported. ${SAVE_AGAIN_EN}`,
  },
  'wrong-content': {
    zh: `文件内容和扩展名不一致。${SAVE_AGAIN}`,
    en: `The content is not what the file's name says. ${SAVE_AGAIN_EN}`,
  },
  'old-format': {
    zh: `本机没有安装格式转换程序，不能直接读取这种旧格式或其他格式。${SAVE_AGAIN}`,
    en: `This server has no converter for this format. ${SAVE_AGAIN_EN}`,
  },
  'binary-workbook': { zh: `不能读取 .xlsb。${SAVE_AGAIN}`, en: `.xlsb cannot be read. ${SAVE_AGAIN_EN}` },
  macros: {
    zh: '文件里有宏，不予接收。请另存为不含宏的“Excel 工作簿（*.xlsx）”再上传',
    en: 'The file holds macros and is not accepted. Save it as an “Excel workbook (*.xlsx)” without macros and upload it again',
  },
  encrypted: {
    zh: '文件设有打开密码。请取消密码后重新上传',
    en: 'The file is protected by a password. Remove the password and upload it again',
  },
  'external-links': {
    zh: '文件引用了其他文件或外部数据。请在“数据—编辑链接”中断开链接（或把公式粘贴为数值）后重新上传',
    en: 'The file refers to other files or outside data. Break the links under “Data – Edit links” (or paste values) and upload it again',
  },
  'embedded-objects': {
    zh: '文件里嵌入了其他文件或控件。请删除嵌入对象后重新上传',
    en: 'Other files or controls are embedded in the file. Delete them and upload it again',
  },
  'nested-archive': {
    zh: '文件里夹带了压缩包。请删除后重新上传',
    en: 'An archive is hidden in the file. Remove it and upload it again',
  },
  'unsafe-names': {
    zh: `文件内部的名称不正常，不予读取。${SAVE_AGAIN}`,
    en: `Names inside the file are not safe. ${SAVE_AGAIN_EN}`,
  },
  'duplicate-names': {
    zh: `文件内部有重名的部分，不予读取。${SAVE_AGAIN}`,
    en: `Parts inside the file carry the same name. ${SAVE_AGAIN_EN}`,
  },
  doctype: {
    zh: `文件内部带有实体声明，不予读取。${SAVE_AGAIN}`,
    en: `The file declares entities and is not read. ${SAVE_AGAIN_EN}`,
  },
  truncated: {
    zh: '文件不完整，可能没有传完。请重新上传，或重新另存一份',
    en: 'The file is not complete. Upload it again, or save it anew',
  },
  damaged: { zh: `文件已损坏。${SAVE_AGAIN}`, en: `The file is damaged. ${SAVE_AGAIN_EN}` },
  'lying-sizes': {
    zh: '文件标注的大小与实际不符，不予读取。请重新另存一份再上传',
    en: 'The sizes stated in the file are not true. Save it anew and upload it again',
  },
  'unpacks-too-large': {
    zh: `文件解开后过大（超过 ${mb(LIMITS.unpackedBytes)} MB，或压缩比超过 ${LIMITS.ratio} 倍）。请删去多余的空白行列和工作表后重新上传`,
    en: `The file unpacks to too much (more than ${mb(LIMITS.unpackedBytes)} MB or ${LIMITS.ratio} times its size). Delete blank rows, columns and sheets and upload it again`,
  },
  'too-many-parts': {
    zh: `文件内部部分过多（超过 ${LIMITS.entries} 个）。请删去图片和多余的工作表`,
    en: `The file has more than ${LIMITS.entries} parts. Remove pictures and sheets that are not needed`,
  },
  'too-many-merged': {
    zh: '合并单元格的范围过大。请取消整行整列的合并后重新上传',
    en: 'Merged cells cover too much. Undo merges over whole rows or columns and upload it again',
  },
  'too-many-sheets': {
    zh: `工作表超过 ${LIMITS.sheets} 个。请分成几个文件上传`,
    en: `More than ${LIMITS.sheets} sheets. Split the file`,
  },
  'too-many-rows': {
    zh: `有工作表超过 ${LIMITS.rows} 行。请分成几个文件上传`,
    en: `A sheet has more than ${LIMITS.rows} rows. Split the file`,
  },
  'too-many-columns': {
    zh: `有工作表超过 ${LIMITS.columns} 列。请删去多余的列`,
    en: `A sheet has more than ${LIMITS.columns} columns. Delete those not needed`,
  },
  'too-heavy': {
    zh: '读取这个文件需要的内存过多。请删去末尾的空白行、多余的格式和工作表后重新上传',
    en: 'Reading the file takes too much memory. Delete blank rows, formatting and sheets and upload it again',
  },
  'too-slow': {
    zh: '读取这个文件用时过长，已停止。请分成几个文件上传',
    en: 'Reading the file took too long and was stopped. Split the file',
  },
  'conversion-failed': { zh: `没有转换成功。${SAVE_AGAIN}`, en: `The conversion failed. ${SAVE_AGAIN_EN}` },
  'sheet-lost': {
    zh: `文件里有读不出来的工作表，为免遗漏，整个文件不予读取。${SAVE_AGAIN}`,
    en: `The file has a sheet that cannot be read. Nothing is read, so that nothing is missed. ${SAVE_AGAIN_EN}`,
  },
  'list-of-reports': {
    zh: '文件里有群众举报（信访）件清单，系统没有保存这个文件。举报人信息依法保密，举报件请在举报受理渠道登记、核实；查证属实、需要整改的，去掉举报人信息后列成问题清单再导入；反映公职人员的，移送纪检监察机关。文件里另有问题清单的，请删去举报件的工作表再上传',
    en: 'The file holds a list of reports by the public and was not kept. Who reported is secret by law: reports are registered and looked into where they are received; what proves true and has to be rectified is listed as problems without who reported it, and imported then; what is about officials goes to the disciplinary organs. If the file also holds a list of problems, delete the sheet of reports and upload it again',
  },
  unreadable: { zh: `读不出文件内容。${SAVE_AGAIN}`, en: `The content cannot be read. ${SAVE_AGAIN_EN}` },
} as const;

/** The stable code of a refusal. */
export type FileRefusalCode = keyof typeof REFUSALS;

/** A file that is not read, and why. An answer to the person who sent it, not a failure of the program. */
export type FileRefusal = { readonly code: FileRefusalCode; readonly zh: string; readonly en: string };

const NAMED = 5;

/** The refusal with its sentences; `sheets`: those it is about. */
export function refusal(code: FileRefusalCode, sheets: readonly string[] = []): FileRefusal {
  const { zh, en } = REFUSALS[code];
  if (sheets.length === 0) return { code, zh, en };
  const more = sheets.length > NAMED ? '……' : '';
  const named = sheets.slice(0, NAMED).map((name) => `“${name.slice(0, 31)}”`);
  return {
    code,
    zh: `${zh}（工作表：${named.join('、')}${more}）`,
    en: `${en} (sheets: ${named.join(', ')}${more})`,
  };
}

/** All codes, for the door that gives each one its status. */
export const FILE_REFUSAL_CODES = Object.keys(REFUSALS) as readonly FileRefusalCode[]; // keys of the literal above

/** Thrown only inside a stream or a callback, where nothing can be returned; turned into an answer at the room's edge. */
export class Refused extends Error {
  readonly code: FileRefusalCode;
  readonly sheets: readonly string[];

  constructor(code: FileRefusalCode, sheets: readonly string[] = []) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.sheets = sheets;
  }
}
