import type { CaseRole, Duty, Kind, Pack, Policy, SheetField } from '../model.ts';
import { withKinds } from '../with-kinds.ts';
import { letterProcedures } from './letters-procedures.ts';
import { library } from './library.ts';
import { seat, text } from './library-words.ts';
import { withPolicy } from './plant.ts';

const field = (id: string, type: SheetField['type'], more: Partial<SheetField> = {}): SheetField => ({
  id,
  label: text(id),
  type,
  required: false,
  personal: false,
  ...more,
});

const values = ['yes', 'no'].map((id) => ({ id, label: text(id) }));
const on = (value: string) => ({ fact: 'verdict', oneOf: [value] });
const plain = { clause: '§7', is: 'plain', titleOf: '{what:24}', facts: [], tells: [], acts: {}, parts: [] } as const;
const stage = (id: string, ...from: readonly string[]) => ({ id, title: text(id), from });

/** A reader's letter: looked into, then answered or refused; where there is harm a book to be mended comes of it. */
const letter: Kind = {
  ...plain,
  id: 'letter',
  title: text('来信'),
  number: 'L-{year}-{serial:3}',
  opens: { by: [seat('desk/clerk')], from: [] },
  reads: [seat('desk'), seat('board'), seat('case.answerer')],
  sheet: [
    field('what', 'text', { required: true }),
    field('where', 'place'),
    field('writer', 'named-person', { personal: true }),
    field('verdict', 'choice', { values, by: 'looking/look', required: true }),
    field('said', 'text', { by: 'answering/answer' }),
  ],
  facts: ['verdict'],
  list: { columns: ['number', 'what', 'stage', 'holder'], filters: ['stage', 'verdict'], group: 'stage' },
  parts: ['case.answerer'],
  holder: 'case.answerer',
  flow: [
    { run: 'looking', begins: ['opened'], ends: 'looked', times: 'once' },
    { run: 'answering', begins: ['looked'], when: on('yes'), times: 'once' },
    { run: 'refusing', begins: ['looked'], when: on('no'), times: 'once' },
  ],
  stages: [stage('looking', 'opened'), stage('answering', 'looked'), stage('closed', 'closed')],
  acts: {
    correct: { clause: '§7', by: [seat('desk/clerk')] },
    'add-evidence': { clause: '§7', by: [seat('case.answerer/clerk')], stages: ['answering'] },
    ask: { clause: '§7', by: [seat('desk/head')], title: text('问'), says: true },
  },
  tells: [
    {
      id: 'harm',
      on: 'looked',
      when: on('yes'),
      clause: '§7',
      open: 'problem',
      with: { title: 'what' },
      link: 'source',
    },
  ],
};

const list = { columns: ['number', 'stage'], filters: ['stage'] };

/** What a branch files each month. */
const filed: Kind = {
  ...plain,
  id: 'round-return',
  title: text('巡架'),
  number: 'R-{year}-{serial:3}',
  sheet: [field('what', 'text', { required: true })],
  list,
  parts: ['case.filer'],
  holder: 'case.filer',
  flow: [{ run: 'filing', begins: ['opened'], times: 'once' }],
  stages: [stage('owed', 'opened'), stage('closed', 'closed')],
};

/** What the desk makes of it. */
const gathered: Kind = {
  ...plain,
  id: 'round-list',
  title: text('巡架汇总'),
  is: 'gathering',
  number: 'G-{year}-{serial:3}',
  titleOf: '汇总',
  sheet: [],
  list,
  flow: [{ run: 'gathering', begins: ['opened'], times: 'once' }],
  stages: [stage('gathering', 'opened'), stage('closed', 'closed')],
  gathers: 'round',
};

/** Every branch files its round of the shelves each month, and the desk looks at it. */
const round: Duty = {
  id: 'round',
  title: text('每月巡架'),
  clause: '§7',
  by: ['branch'],
  limits: [],
  runs: {
    every: { every: 'month' },
    confirmedBy: seat('desk/head'),
    files: 'round-return',
    filer: 'case.filer',
    nil: true,
    gathers: 'round-list',
    due: { on: 'after', count: 'working', days: 5, roll: 'none' },
    covers: 'all',
  },
};

const part = (id: string, ...among: readonly string[]): CaseRole => ({
  id,
  label: text(id),
  among,
  many: false,
  required: true,
  clause: '§7',
});

/** A step without a limit says so: in a plan with kinds nothing is left unsaid. */
const said = (policy: Policy): Policy['procedures'] =>
  policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => ({ ...step, silent: step.limits.length === 0 })),
    })),
  }));

const contest = { clause: '§2', by: [seat('case.holder/head')] };
// whoever gets a copy acknowledges it
const acknowledge = { clause: '§1', by: [seat('archive'), seat('board'), seat('desk')] };
const older = withKinds({
  ...library.policy,
  acts: { ...library.policy.acts, 'contest-hand-over': contest, 'acknowledge-copy': acknowledge },
});

/** The library's rules with kinds of its own beside the two from before: letters, and a duty of every month. They are sound too. */
export const letters: Pack = withPolicy(library, {
  acts: older.acts,
  caseRoles: [...older.caseRoles, part('case.answerer', 'bindery', 'archive'), part('case.filer', 'branch')],
  kinds: [...older.kinds, letter, filed, gathered],
  procedures: [...said(older), ...letterProcedures],
  duties: [round],
});

/** The pack with one of its kinds said otherwise. */
export const withKind = (id: string, change: Partial<Kind>, pack: Pack = letters): Pack =>
  withPolicy(pack, {
    kinds: (pack.policy.kinds ?? []).map((kind) => (kind.id === id ? { ...kind, ...change } : kind)),
  });

/** The pack with one field of a sheet said otherwise. */
export const withField = (kind: string, id: string, change: Partial<SheetField>): Pack =>
  withKind(kind, { sheet: kindIn(kind).sheet.map((each) => (each.id === id ? { ...each, ...change } : each)) });

/** The pack with its duty running otherwise. */
export const withRound = (change: Partial<NonNullable<Duty['runs']>>, more: Partial<Duty> = {}): Pack =>
  withPolicy(letters, { duties: [{ ...round, ...more, runs: { ...round.runs!, ...change } }] });

/** A kind of the sound pack. */
export function kindIn(id: string, pack: Pack = letters): Kind {
  const found = pack.policy.kinds?.find((kind) => kind.id === id);
  if (!found) throw new Error(`no kind ${id}`);
  return found;
}
