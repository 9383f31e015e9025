import { registration } from '../staff.ts';
import type { Door, Ground } from './door.ts';
import { document, part, recorded } from './papers.ts';

const stated = { date: '2026-12-31', longTerm: false, raw: '年底前' };
const source = { list: '（演示）清单', number: '7', date: '2026-11-01' };

/** A wish of every kind that there is, in the shape of the contract. */
const asks = (evidence: string, apart: string): Readonly<Record<string, object>> => ({
  CorrectProblem: { basics: { remarks: '（演示）更正' }, facts: {}, reason: '核实后更正' },
  TakeStep: {
    task: 'x',
    verdict: 'agree',
    opinion: '同意',
    document,
    recorded,
    facts: { grade: 'key' },
    seen: 'x',
    parts: { 'case.holder': [part] },
  },
  ReturnStep: { task: 'x', to: 'draft', reason: '不全', becauseOf: '二(一)', recorded },
  MergeInto: { dossier: apart, reason: '' },
  Unmerge: { reason: '（演示）两处' },
  TellApart: { apart: [{ dossier: apart, reason: '（演示）两处排口' }] },
  AddCrossReference: { source: { ...source, list: '' } },
  AssignParts: { parts: { 'case.holder': [part] }, reason: '调整' },
  ContestHandOver: { reason: '不在辖区', becauseOf: '二(一)' },
  ArbitrateHandOver: { outcome: 'redirect', to: part, reason: '改交' },
  WritePlan: {
    plan: {
      target: '整改到位',
      deadline: stated,
      measures: [{ id: 'm1', text: '清理', deadline: stated, unit: null, person: '' }],
    },
    reason: '修改',
  },
  ReportProgress: { measure: 'm1', percent: 40, pace: 'on-pace', text: '过半' },
  CompleteMeasure: { measure: 'm1', completedOn: '2026-11-20', text: '完成' },
  AddEvidence: { file: evidence, kind: 'after-photo', takenOn: '2026-11-20', place: '', measure: null, note: '' },
  ReportFinish: { text: '完成' },
  Urge: { task: 'x', text: '请抓紧' },
  NoteDays: { task: 'x', text: '（演示）已电话核实' },
  WithdrawAct: { reason: '（演示）附件传错' },
  RaiseObjection: { task: 'x', from: '（演示）某村民', day: '2026-11-20', text: '不符' },
  SettleObjection: { objection: 'x', upheld: false, reason: '核实后不成立' },
  RuleQuestion: { question: 'x', choice: 'y', reason: '会议研究', scope: 'dossier', document },
  ExtendTerm: { clock: 'x', units: 5, reason: '（演示）连日大雨' },
  PauseTerm: { clock: 'x', reason: '（演示）等待上级批复' },
  ResumeTerm: { clock: 'x', reason: '（演示）已批复' },
  RecordCopySent: { copy: 'x', document },
  AcknowledgeCopy: { copy: 'x' },
  EndRuling: { question: 'x', reason: '（演示）改按会议纪要' },
  // last: nothing can be asked of it afterwards
  WithdrawProblem: { reason: '' },
});

/** Doors of problems: the register, each dossier, and everything that can be asked of one or many. */
export const problemDoors = ({
  clerk,
  edition,
  coordinator,
  problem,
  batched,
  evidence,
  versionOf,
}: Ground): Record<string, Door> => {
  const command = (type: string, ask: object) => async () => ({
    version: await versionOf(problem),
    ask: { type, ...ask },
    claimedOn: '2026-11-24',
  });
  const batch =
    (ask: object, more: object = {}) =>
    async () => ({ items: [{ id: batched, version: await versionOf(batched), ...more }], ask });
  const step = {
    type: 'TakeStep',
    do: 'copy', // a kind of step that nothing has open
    opinion: '同意',
    document,
    facts: { grade: 'key' },
    parts: { 'case.holder': [part] },
  };
  return {
    listProblems: { by: clerk, answered: 200, query: { q: '演示', stage: 'registered', size: '10', mine: 'false' } },
    listAlike: { by: clerk, answered: 200, query: { title: '（演示）从门里登记', township: 'youwang', place: '甲' } },
    listAlikeOf: { by: clerk, answered: 200, path: { id: problem } },
    registerProblem: {
      by: clerk,
      answered: 201,
      bodies: {
        RegisterProblem: () => ({
          ...registration('从门里登记'),
          sources: [source],
          carried: { measures: '1.清淤', cooperating: '（演示）某局', supervising: '（演示）某办' },
          files: [{ file: evidence.id, kind: 'before-photo', takenOn: '2026-11-20', note: '' }],
          apart: [{ dossier: batched, reason: '（演示）两处' }],
        }),
      },
    },
    readDossier: { by: clerk, answered: 200, path: { id: problem } },
    readTimeline: { by: clerk, answered: 200, path: { id: problem }, alsoOn: edition, query: { after: '0' } },
    commandProblem: {
      by: clerk,
      answered: 200,
      path: { id: problem },
      bodies: Object.fromEntries(
        Object.entries(asks(evidence.id, batched)).map(([type, ask]) => [type, command(type, ask)]),
      ),
    },
    commandProblems: {
      by: coordinator,
      answered: 200,
      bodies: {
        Urge: batch({ type: 'Urge', text: '（演示）请抓紧' }),
        TakeStep: batch(step),
        RecordCopySent: batch({ type: 'RecordCopySent', document }, { copy: 'no-such-copy' }),
        AcknowledgeCopy: batch({ type: 'AcknowledgeCopy' }, { copy: 'no-such-copy' }),
      },
    },
    readBatch: { by: clerk, answered: 200, query: { id: batched } },
    exportProblems: { by: clerk, answered: 200, query: { size: '10' } },
    readWorkbench: { by: clerk, answered: 200 },
    listTasks: { by: clerk, answered: 200, query: { kind: 'todo', size: '10' } },
    listNotifications: { by: clerk, answered: 200, query: { size: '10' } },
    countNotifications: { by: clerk, answered: 200 },
    readNotifications: { by: clerk, answered: 200, bodies: { MarkRead: () => ({ dossier: null }) } },
    listDeskDossiers: { by: clerk, answered: 200, query: { view: 'done', size: '10' } },
    listVacancies: { by: clerk, answered: 200 },
    listCopies: { by: clerk, answered: 200, query: { state: 'filed' } },
  };
};

/** Doors of editions of 一张表, and of files. */
export const editionDoors = ({ clerk, toList, listed, edition, evidence, versionOf }: Ground): Record<string, Door> => {
  const command = (ask: object) => async () => ({ version: await versionOf(edition), ask });
  return {
    listEditions: { by: clerk, answered: 200 },
    formEdition: {
      by: clerk,
      answered: 201,
      bodies: { FormEdition: () => ({ title: '（演示）又一期', problems: [toList] }) },
    },
    readEdition: { by: clerk, answered: 200, path: { id: edition } },
    commandEdition: {
      by: clerk,
      answered: 200,
      path: { id: edition },
      bodies: {
        ChangeProblems: command({ type: 'ChangeProblems', add: [], remove: [listed] }),
        TakeStep: command({ type: 'TakeStep', task: 'x', opinion: '同意', document, seen: 'x' }),
        ReturnStep: command({ type: 'ReturnStep', task: 'x', to: 'form', reason: '不全', becauseOf: '一(二).2' }),
      },
    },
    receiveFile: { by: clerk, answered: 201, query: { name: '现场.png' }, bytes: evidence.bytes },
    readFile: { by: clerk, answered: 200, path: { id: evidence.id } },
  };
};
