import type {
  CaseRole,
  Clause,
  EvidenceKind,
  Fact,
  Field,
  Limit,
  Post,
  Seat,
  StartEvent,
  Step,
  StepKind,
  Text,
} from '../policy/index.ts';
import { workingDays, type Term } from '../time/index.ts';

/** The words of an invented law: how a tennis club has its courts repaired. No county's pack can break tests that stand on it. */
export const text = (zh: string, en?: string): Text => (en ? { zh, en } : { zh });

/** `office/clerk`: a role of the club and a post; no post stands for any. */
export function seat(place: string): Seat {
  const [role = '', post = '*'] = place.split('/');
  return { role, post };
}

/** A step with everything the law leaves unsaid filled in. */
export function step(
  id: string,
  kind: StepKind,
  by: readonly string[],
  clause: string,
  more: Partial<Step> = {},
): Step {
  return {
    id,
    do: kind,
    title: text(id),
    clause,
    by: by.map(seat),
    together: 'any',
    coSign: [],
    limits: [],
    silent: false,
    copies: [],
    evidence: [],
    settles: [],
    returnsTo: [],
    closes: false,
    ...more,
  };
}

/** A limit of working days unless another term is given. */
export function limit(id: string, from: StartEvent, term: number | Term, clause: string, within?: string): Limit {
  const common = { id, title: text(id), clause, from, term: typeof term === 'number' ? workingDays(term) : term };
  return within ? { ...common, within } : common;
}

export const clauses: readonly Clause[] = ['§1', '§2', '§3', '§4', '§5', '§6', '§7', '§8', '§9', '§10'].map((id) => ({
  id,
  text: text(`会规${id}`, `Rule ${id}`),
}));

const values = (...ids: readonly string[]) => ids.map((id) => ({ id, label: text(id) }));

export const facts: readonly Fact[] = [
  { id: 'origin', label: text('来源'), values: values('member', 'league', 'visitor', 'stranger'), open: false },
  { id: 'grade', label: text('轻重'), values: values('minor', 'major'), open: false },
];

export const posts: readonly Post[] = [
  'chair',
  'chief',
  'clerk',
  'treasurer',
  'head',
  'hand',
  'captain',
  'foreman',
  'surveyor',
].map((id) => ({ id, label: text(id), leads: id === 'chief' }));

export const fields: readonly Field[] = [
  { id: 'clay', label: text('红土'), clause: '§1', inCharge: 'keepers' },
  { id: 'grass', label: text('草地'), clause: '§1', inCharge: 'treasury' },
];

export const evidenceKinds: readonly EvidenceKind[] = [
  { id: 'before-photo', label: text('场地旧貌'), shows: 'before' },
  { id: 'after-photo', label: text('场地新貌'), shows: 'after' },
  { id: 'on-site-record', label: text('验场记录') },
];

export const caseRoles: readonly CaseRole[] = [
  { id: 'case.holder', label: text('责任队'), among: ['team'], many: false, required: true, clause: '§4' },
  {
    id: 'case.lead-department',
    label: text('牵头部'),
    among: ['department'],
    many: false,
    required: true,
    byDefault: 'field-department',
    clause: '§4',
  },
  { id: 'case.helper', label: text('配合队'), among: ['team'], many: true, required: false, clause: '§4' },
];
