import { plainDate } from '../../time/index.ts';
import { actIds, type CaseRole, type Example, type Field, type Pack, type Policy, type Ruling } from '../model.ts';
import { procedures } from './library-procedures.ts';
import { seat, text } from './library-words.ts';

const clauses = ['§1', '§2', '§3', '§4', '§5', '§6', '§7'].map((id) => ({ id, text: text(`修书规则${id}`) }));
const label = (zh: string) => text(zh);

/** A unit of the library's county with the posts most have. */
export const unit = (
  id: string,
  zh: string,
  roles: readonly string[],
  more: Partial<Pack['units'][number]> = {},
): Pack['units'][number] => ({
  id,
  names: [{ name: text(zh) }],
  shortNames: [],
  level: 'county',
  kind: 'room',
  external: false,
  roles: roles.map((role) => ({ role })),
  posts: ['head', 'clerk'],
  ...more,
});

const units: Pack['units'] = [
  unit('desk', '馆务室', ['desk']),
  unit('bindery', '修复室', ['bindery']),
  unit('board', '馆务会', ['board'], { posts: ['chair'] }),
  unit('archive', '档案室', ['archive']),
  unit('cellar', '地下书库', ['cellar'], { within: 'desk' }),
  unit('east', '东馆', ['branch'], { level: 'township' }),
  unit('west', '西馆', ['branch'], { level: 'township' }),
  unit('city', '市图书馆', ['city.library'], { level: 'city', external: true, posts: ['expert'] }),
];

const posts = [
  ['head', '主任'],
  ['clerk', '馆员'],
  ['chair', '主席'],
  ['expert', '专家'],
] as const;

const values = (...ids: readonly string[]) => ids.map((id) => ({ id, label: label(id) }));

/** The branch that has the book. */
export const holder: CaseRole = {
  id: 'case.holder',
  label: label('经手分馆'),
  among: ['branch'],
  many: false,
  required: true,
  clause: '§2',
};

/** The only field of the library. */
export const maps: Field = { id: 'maps', label: label('地图'), clause: '§1', inCharge: 'bindery' };

/** The topics that the library's rules say nothing of. */
export const leftOff: Ruling = {
  id: 'R0',
  title: label('不作规定的事项'),
  clauses: ['§1'],
  settles: (['publicity', 'warning', 'reopening', 'evaluation'] as const).map((topic) => ({
    kind: 'silent-topic',
    about: [topic],
  })),
  reason: label('规则没有规定'),
  by: '馆务会',
  on: plainDate('2030-01-01'),
  status: 'confirmed',
};

const policy: Policy = {
  id: 'library',
  edition: 'library/2030-01-01',
  title: text('虚构图书馆修书规则'),
  region: '000000',
  inForceFrom: plainDate('2030-01-01'),
  source: { title: 'Rules', publisher: 'Library', published: plainDate('2029-12-01') },
  calendars: ['cn'],
  clauses,
  facts: [
    { id: 'finder', label: label('发现人'), values: values('reader', 'branch'), open: false },
    { id: 'harm', label: label('损坏程度'), values: values('light', 'heavy'), open: false },
    { id: 'shelf', label: label('书架'), values: values('a'), open: true },
  ],
  posts: posts.map(([id, zh]) => ({ id, label: label(zh), leads: id === 'head' })),
  fields: [maps],
  evidenceKinds: [{ id: 'photo', label: label('照片') }],
  caseRoles: [holder],
  procedures,
  acts: Object.fromEntries(actIds.map((id) => [id, { clause: '§1', by: [seat('desk/clerk')] }])),
  recorder: seat('desk/clerk'),
  duties: [],
  topics: (['publicity', 'extension', 'evidence', 'warning', 'reopening', 'evaluation'] as const).map((topic) => ({
    topic,
    silent: topic !== 'extension' && topic !== 'evidence',
  })),
  rulings: [leftOff],
};

/** A book with light harm. */
export const light: Example = {
  name: '轻微损坏由分馆自己修',
  clause: '§3',
  facts: { harm: 'light' },
  starts: { 'handed-over': plainDate('2030-05-06') },
  expect: {
    plan: 'mend',
    acceptance: 'glance',
    signers: [],
    copies: ['archive'],
    due: { 'mend-review': plainDate('2030-05-20') },
  },
};

/** A book with heavy harm. */
export const heavy: Example = {
  name: '严重损坏请市馆看',
  clause: '§5',
  facts: { harm: 'heavy' },
  expect: { plan: 'rebind', acceptance: 'inspect', signers: ['board/chair'], copies: [] },
};

/** An invented library's rules for mending books. They are sound: the checker finds nothing in them but the topics that `leftOff` answers. */
export const library: Pack = { policy, units, examples: [light, heavy] };
