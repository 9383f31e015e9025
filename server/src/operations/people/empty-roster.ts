import { emptyRegister } from '../../files/empty-register.ts';

const COLUMNS = [
  { head: '序号', width: 6 },
  { head: '单位', width: 30 },
  { head: '岗位', width: 18 },
  { head: '姓名', width: 14 },
  { head: '联系电话', width: 18 },
  { head: '用户名', width: 18 },
];

/** An empty list of people as .xlsx: the plainest head of every column. Whoever has a telephone list of their own needs none. */
export const emptyRoster = (): Promise<Buffer> => emptyRegister(COLUMNS, '人员名册');
