import { factsOfKind } from '../matching.ts';
import { FOR_EACH, type ClauseId, type FieldType, type Kind, type Pack, type SheetField, type Text } from '../model.ts';
import { conditionText, inBoth, listed, officeText, spoken } from '../wording.ts';

/** A field of a sheet in words: what it holds, whether it must be filled in, by whom, what is personal. */
export type FieldExplained = {
  readonly id: string;
  readonly label: Text;
  readonly type: FieldType;
  readonly words: Text;
  readonly clause: ClauseId | null;
  readonly ruling: string | null;
  readonly columns: readonly FieldExplained[];
};

const types = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  money: { zh: '金额（元）', en: 'an amount in yuan' },
  day: { zh: '日期', en: 'a day' },
  instant: { zh: '时刻', en: 'a moment' },
  'yes-no': { zh: '是或否', en: 'yes or no' },
  choice: { zh: '单选', en: 'one of' },
  choices: { zh: '多选', en: 'any of' },
  unit: { zh: '单位', en: 'a unit' },
  units: { zh: '若干单位', en: 'units' },
  person: { zh: '本系统人员', en: 'a person who signs in here' },
  'named-person': { zh: '人员姓名', en: 'a person by name' },
  place: { zh: '地点', en: 'a place' },
  files: { zh: '附件', en: 'files' },
  reference: { zh: '引用事项', en: 'a reference' },
  rows: { zh: '明细表', en: 'a table' },
  figure: { zh: '自动计数', en: 'counted by the program' },
} as const satisfies Readonly<Record<FieldType, Text>>;

/** The fields of a kind's sheet, in its order. */
export const explainSheet = (kind: Kind, pack: Pack): readonly FieldExplained[] =>
  kind.sheet.map((field) => explainField(field, kind, pack));

function explainField(field: SheetField, kind: Kind, pack: Pack): FieldExplained {
  const { id, label, type, clause, ruling, columns = [] } = field;
  const parts = [holds(field, pack), ...demands(field, kind, pack)];
  return {
    id,
    label,
    type,
    words: inBoth((language) => parts.map((part) => spoken(part, language)).join(language === 'zh' ? '，' : ', ')),
    clause: clause ?? null,
    ruling: ruling ?? null,
    columns: columns.map((column) => explainField(column, kind, pack)),
  };
}

/** What may stand in it. */
function holds(field: SheetField, pack: Pack): Text {
  const { type, values, among, measure, kind, columns } = field;
  const names = [
    ...(values ? values.map((value) => value.label) : []),
    ...(among ?? []).map((role) => officeText(pack, role)),
    ...(measure ? [measure] : []),
    ...(kind === undefined ? [] : [pack.policy.kinds?.find(({ id }) => id === kind)?.title ?? { zh: kind }]),
    ...(columns ?? []).map((column) => column.label),
  ];
  if (names.length === 0) return types[type];
  const of = listed(names);
  return { zh: `${types[type].zh}（${of.zh}）`, en: `${types[type].en} (${of.en})` };
}

/** What is asked of whoever fills it in, and what becomes of it. */
function demands(field: SheetField, kind: Kind, pack: Pack): readonly Text[] {
  const { required, personal, longest, decimals, atLeast, atMost, by, prefilled, type, figure } = field;
  const counted = pack.policy.figures?.find(({ id }) => id === figure)?.title;
  const amount = (bound: number): number => (type === 'money' ? bound / 100 : bound);
  const when =
    typeof required === 'object' ? conditionText(pack.policy, required.when, factsOfKind(kind, pack.policy)) : null;
  const at = by === undefined ? null : stepTitle(by, pack);
  return [
    ...(longest === undefined ? [] : [{ zh: `最多 ${longest}`, en: `at most ${longest}` }]),
    ...(decimals === undefined ? [] : [{ zh: `${decimals} 位小数`, en: `${decimals} decimals` }]),
    ...(atLeast === undefined ? [] : [{ zh: `不小于 ${amount(atLeast)}`, en: `from ${amount(atLeast)}` }]),
    ...(atMost === undefined ? [] : [{ zh: `不大于 ${amount(atMost)}`, en: `up to ${amount(atMost)}` }]),
    ...(required === true ? [{ zh: '必填', en: 'required' }] : []),
    ...(when ? [{ zh: `${when.zh}时必填`, en: `required where ${when.en}` }] : []),
    ...(at ? [{ zh: `在“${at.zh}”填写`, en: `written at "${spoken(at, 'en')}"` }] : []),
    ...(prefilled === undefined ? [] : [prefilledText(prefilled)]),
    ...(counted ? [{ zh: counted.zh, en: spoken(counted, 'en') }] : []),
    ...(personal ? [{ zh: '个人信息，单独加密保存', en: 'personal, kept encrypted apart' }] : []),
  ];
}

const prefilledText = (from: string): Text =>
  from === FOR_EACH
    ? { zh: '随任务填好，不能改', en: 'what the return is owed for, filled in by the duty' }
    : { zh: '从所属事项带入', en: 'filled in from the dossier it belongs to' };

function stepTitle(by: string, { policy }: Pack): Text {
  const [procedure, step] = by.split('/');
  const routes = policy.procedures.find(({ id }) => id === procedure)?.routes ?? [];
  return routes.flatMap(({ steps }) => steps).find(({ id }) => id === step)?.title ?? { zh: by };
}
