import { compile, type RawPack } from '../compile/pack.ts';
import { actIds } from '../model.ts';

// a tennis club's rules: no county's pack can break these tests

export const act = { clause: '§2', by: 'club.office/clerk' };

/** The smallest rules that compile, with what a test tries put in. */
export const club = (steps: readonly unknown[], when: unknown = { court: 'clay' }, more: object = {}): RawPack => ({
  policy: {
    id: 'tennis',
    title: '网球会规则',
    region: '000000',
    'in-force-from': '2024-01-01',
    source: { title: 'Rules', publisher: 'Club', published: '2023-12-01' },
    calendars: ['cn'],
    clauses: [
      { id: '§1', text: { zh: '修球场', en: 'Mending courts' } },
      { id: '§2', text: '登记' },
    ],
    facts: [
      {
        id: 'court',
        label: '球场',
        values: [
          { id: 'clay', label: '红土' },
          { id: 'grass', label: '草地' },
        ],
      },
    ],
    posts: [{ id: 'clerk', label: '文员' }],
    fields: [],
    'evidence-kinds': [],
    'case-roles': [],
    procedures: [
      { id: 'plan', title: '修缮', clause: '§1', routes: [{ id: 'clay', title: '红土', clause: '§1', when, steps }] },
    ],
    acts: Object.fromEntries(actIds.map((id) => [id, act])),
    recorder: 'club.office/clerk',
    duties: [],
    topics: [],
    rulings: [],
    ...more,
  },
  units: {
    units: [{ id: 'office', names: '会所', level: 'county', kind: 'office', roles: ['club.office'], posts: ['clerk'] }],
  },
  examples: { examples: [] },
});

const withUnit = (change: object): RawPack => ({
  ...club([mend]),
  units: {
    units: [
      {
        id: 'office',
        names: '会所',
        level: 'county',
        kind: 'office',
        roles: ['club.office'],
        posts: ['clerk'],
        ...change,
      },
    ],
  },
});
export const withNames = (span: object): RawPack => withUnit({ names: { name: '会所', ...span } });
export const withRole = (from: string, until: string): RawPack =>
  withUnit({ roles: [{ role: 'club.office', from, until }] });
export const withStarts = (starts: object): RawPack => ({
  ...club([mend]),
  examples: { examples: [{ name: '红土', clause: '§1', facts: {}, starts, expect: {} }] },
});

export const mend = { id: 'mend', do: 'draft', title: { zh: '修补', en: 'Mend' }, by: 'club.office/clerk' };

/** What compiling finds, each as `path: words`. */
export const slips = (raw: RawPack) =>
  compile(raw).faults.map(({ path, about }) => `${path.join('.')}: ${about.join()}`);
