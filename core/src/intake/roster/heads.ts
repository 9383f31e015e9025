import type { Text } from '../../policy/index.ts';
import { meaningsOf } from '../meaning.ts';
import type { Meanings, NamedMeaning } from '../meaning.ts';
import { squeeze } from '../normalise.ts';
import type { Said } from '../said.ts';

/** A post as the plan calls it. */
export type PostWord = { readonly id: string; readonly label: Text };

const NAME: NamedMeaning = {
  id: 'sheet:name',
  zh: '姓名',
  en: 'Name',
  heads: ['姓名', '人员姓名', '人员', '名字', '联系人', '责任人', '负责人', '具体责任人', '工作人员', '人员名单'],
};
const UNIT: NamedMeaning = {
  id: 'sheet:unit',
  zh: '单位',
  en: 'Unit',
  heads: [
    '单位',
    '单位名称',
    '单位(部门)',
    '所在单位',
    '工作单位',
    '所属单位',
    '责任单位',
    '部门',
    '部门名称',
    '部门(单位)',
    '成员单位',
    '乡镇',
    '乡(镇)',
    '乡镇(部门)',
    '单位全称',
    '单位简称',
  ],
};
const POST: NamedMeaning = {
  id: 'sheet:post',
  zh: '岗位',
  en: 'Post',
  heads: [
    '岗位',
    '岗位名称',
    '任职岗位',
    '担任岗位',
    '本系统岗位',
    '系统岗位',
    '角色',
    '职责',
    '职务',
    '职位',
    '任职',
    '担任职务',
  ],
};
const PHONE: NamedMeaning = {
  id: 'sheet:phone',
  zh: '电话',
  en: 'Telephone',
  heads: ['电话', '联系电话', '电话号码', '办公电话', '固定电话', '手机', '手机号', '手机号码', '移动电话', '联系方式'],
};
const USERNAME: NamedMeaning = {
  id: 'sheet:username',
  zh: '用户名',
  en: 'User name',
  heads: ['用户名', '账号', '帐号', '登录名', '登录账号', '系统账号', '账户'],
};

const NOT_NEEDED: Said = { zh: '本系统用不到，不导入', en: 'Not needed here, and left out' };
const PRIVATE: Said = { zh: '属个人信息，本系统用不到，不导入', en: 'Personal and not needed here: left out' };
const COUNTS: Said = { zh: '只是顺序号', en: 'Only counts the rows' };
const LEFT: readonly (readonly [Said, readonly string[]])[] = [
  [COUNTS, ['序号', '编号', '项次', '行号']],
  [
    PRIVATE,
    ['身份证', '身份证号', '身份证号码', '出生年月', '出生日期', '年龄', '性别', '民族', '政治面貌', '学历', '籍贯'],
  ],
  [
    NOT_NEEDED,
    ['备注', '说明', '邮箱', '电子邮箱', '传真', '邮编', '地址', '办公地址', '微信', '微信号', 'qq', 'qq号'],
  ],
];

/**
 * What the columns of a list of people can mean under a plan. A head that is one of the plan's posts says who holds it:
 * 单位、主要领导、分管领导、联络员 is how many offices keep their telephone list.
 */
export function rosterMeanings(posts: readonly PostWord[]): Meanings {
  const held = posts.map(({ id, label }): NamedMeaning => {
    const english = label.en ?? label.zh;
    return { id: `sheet:post:${id}`, zh: label.zh, en: english, heads: [label.zh, `${label.zh}姓名`, english] };
  });
  const left = new Map(LEFT.flatMap(([why, heads]) => heads.map((head) => [squeeze(head), why] as const)));
  return meaningsOf([NAME, UNIT, POST, PHONE, USERNAME, ...held], NAME.id, left);
}
