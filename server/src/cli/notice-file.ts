import { readFileSync } from 'node:fs';
import { Trouble } from '../trouble.ts';

/** What stands in a notice's file. @throws Trouble when it cannot be read */
export function noticeText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Trouble(`读不到文件 / cannot read ${file}`, '检查路径 / check the path', { cause: error });
  }
}
