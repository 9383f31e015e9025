import type { Door, Ground } from './door.ts';
import { document, part, recorded } from './papers.ts';

const member = { who: { name: '（演示）某人' }, unit: 'county-water', since: '2026-11-01' };
const values = { name: '（演示）专班', purpose: '（演示）集中整改' };

/** A task force as a page opens it. */
export const taskForce = { kind: 'task-force', values, parts: { 'case.seconding': [part] } };

/** A wish of every kind that there is, in the shape of the contract. */
const asks = (file: string, other: string): Readonly<Record<string, object>> => ({
  FillSheet: { values: { purpose: '（演示）核实后更正' }, reason: '核实后更正' },
  TakeStep: {
    task: 'x',
    verdict: 'agree',
    outcome: 'x',
    opinion: '同意',
    document,
    recorded,
    values: { members: [member] },
    seen: 'x',
    parts: { 'case.seconding': [part] },
  },
  ReturnStep: { task: 'x', to: 'draft', reason: '不全', becauseOf: '四(一).2', recorded },
  DoAct: { act: 'x', text: '（演示）', values: { 'ended-on': '2026-11-20' }, document },
  FileNil: { reason: '没有' },
  FreezeGathering: {},
  Link: { link: { how: 'about', dossier: other } },
  MergeInto: { dossier: other, reason: '（演示）同一件' },
  Unmerge: { reason: '（演示）两件' },
  TellApart: { apart: [{ dossier: other, reason: '（演示）两件' }] },
  AssignParts: { parts: { 'case.seconding': [part] }, reason: '调整' },
  AddEvidence: { file, kind: 'after-photo', takenOn: '2026-11-20', note: '' },
  Urge: { task: 'x', text: '请抓紧' },
  NoteDays: { task: 'x', text: '（演示）已电话核实' },
  WithdrawAct: { reason: '（演示）附件传错' },
  RaiseObjection: { task: 'x', from: '（演示）某村民', day: '2026-11-20', text: '不符' },
  SettleObjection: { objection: 'x', upheld: false, reason: '核实后不成立' },
  RuleQuestion: { question: 'x', choice: 'y', reason: '会议研究', scope: 'dossier', document },
  EndRuling: { question: 'x', reason: '（演示）改按会议纪要' },
  ExtendTerm: { clock: 'x', units: 5, reason: '（演示）连日大雨' },
  PauseTerm: { clock: 'x', reason: '（演示）等待上级批复' },
  ResumeTerm: { clock: 'x', reason: '（演示）已批复' },
  RecordCopySent: { copy: 'x', document },
  AcknowledgeCopy: { copy: 'x' },
  ErasePersonal: { ids: ['0'.repeat(64)], reason: '（演示）本人要求', basis: '（演示）依法删除' },
  // last: nothing can be asked of it afterwards
  Withdraw: { reason: '' },
});

/** Doors of the plan's own kinds: lists, dossiers, workbooks, and everything that can be asked of one. */
export const caseDoors = ({
  coordinator,
  case: id,
  problem,
  evidence,
  table,
  versionOf,
}: Ground): Record<string, Door> => {
  const query = { kind: 'task-force', q: '演示', stage: 'forming', size: '10', mine: 'false' };
  const command = (type: string, ask: object) => async () => ({
    version: await versionOf(id),
    ask: { type, ...ask },
    claimedOn: '2026-11-24',
  });
  return {
    listKinds: { by: coordinator, answered: 200 },
    listCases: { by: coordinator, answered: 200, query },
    openCase: {
      by: coordinator,
      answered: 201,
      bodies: { OpenCase: () => ({ ...taskForce, claimedOn: '2026-11-24' }) },
    },
    readCase: { by: coordinator, answered: 200, path: { id } },
    listAlikeCases: { by: coordinator, answered: 200, path: { id } },
    // no kind of the county counts anything in its sheet
    readFigure: { by: coordinator, answered: 404, path: { id, field: 'members' } },
    readCaseTimeline: { by: coordinator, answered: 200, path: { id }, query: { after: '0' } },
    commandCase: {
      by: coordinator,
      answered: 200,
      path: { id },
      bodies: Object.fromEntries(
        Object.entries(asks(evidence.id, problem)).map(([type, ask]) => [type, command(type, ask)]),
      ),
    },
    listQuestions: { by: coordinator, answered: 200 },
    showPersonal: {
      by: coordinator,
      answered: 422,
      path: { id },
      bodies: { ShowPersonal: () => ({ field: 'reporter', reason: '（演示）联系反映人' }) },
    },
    exportCases: { by: coordinator, answered: 200, query: { kind: 'task-force' } },
    readKindTemplate: { by: coordinator, answered: 200, path: { kind: 'task-force' } },
    readTable: {
      by: coordinator,
      answered: 200,
      path: { kind: 'task-force', field: 'members' },
      query: { name: '成员.xlsx' },
      bytes: table,
    },
    writeTable: {
      by: coordinator,
      answered: 200,
      path: { kind: 'task-force', field: 'members' },
      bodies: { TableRows: () => ({ values: [member] }) },
    },
  };
};
