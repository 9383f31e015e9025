import type { Procedure } from '../model.ts';
import { seat, step, text, working } from './library-words.ts';

const light = { fact: 'harm', oneOf: ['light'] };
const heavy = { fact: 'harm', oneOf: ['heavy'] };

const before: readonly Procedure[] = [
  {
    id: 'classification',
    title: text('分级'),
    clause: '§1',
    routes: [
      {
        id: 'grading',
        title: text('分级'),
        clause: '§1',
        steps: [
          step('grade', 'classify', 'desk/head', {
            settles: ['harm'],
            copies: [{ id: 'archive', to: 'archive', clause: '§1', written: true }],
          }),
        ],
      },
    ],
  },
  {
    id: 'edition',
    title: text('书单'),
    clause: '§1',
    routes: [
      {
        id: 'list',
        title: text('书单'),
        clause: '§1',
        steps: [step('form', 'form', 'desk/clerk'), step('consent', 'consent', 'board/chair', { returnsTo: ['form'] })],
      },
    ],
  },
  {
    id: 'handover',
    title: text('移交'),
    clause: '§2',
    routes: [
      {
        id: 'handing',
        title: text('移交'),
        clause: '§2',
        steps: [
          step('hand-over', 'hand-over', 'desk/clerk'),
          step('receive', 'receive', 'case.holder/clerk', {
            limits: [
              working('receipt', 3, 'handed-over', {
                extension: { times: 1, by: seat('desk/head'), beforeDue: true, clause: '§2' },
              }),
            ],
          }),
        ],
      },
    ],
  },
];

const plan: Procedure = {
  id: 'plan',
  title: text('修书方案'),
  clause: '§3',
  routes: [
    {
      id: 'mend',
      title: text('自己修'),
      clause: '§3',
      when: light,
      steps: [
        step('draft', 'draft', 'case.holder/clerk', { writes: 'plan' }),
        step('review', 'review', 'bindery/head', {
          returnsTo: ['draft'],
          limits: [working('mend-review', 10, 'handed-over', { within: 'mend-issue' })],
        }),
        step('issue', 'issue', 'desk/head', {
          limits: [working('mend-issue', 15, 'handed-over')],
          copies: [{ id: 'archive', to: 'archive', clause: '§3', written: false }],
        }),
      ],
    },
    {
      id: 'rebind',
      title: text('重新装订'),
      clause: '§4',
      when: heavy,
      steps: [
        step('draft', 'draft', 'bindery/clerk', { writes: 'plan' }),
        step('meeting', 'meeting', 'board/chair', {
          returnsTo: ['draft'],
          limits: [working('rebind-meeting', 5, 'step:draft')],
        }),
        step('issue', 'issue', 'desk/head'),
      ],
    },
  ],
};

const acceptance: Procedure = {
  id: 'acceptance',
  title: text('验收'),
  clause: '§5',
  routes: [
    {
      id: 'glance',
      title: text('看一眼'),
      clause: '§5',
      when: light,
      steps: [
        step('self-check', 'self-check', 'case.holder/clerk', { evidence: ['photo'] }),
        step('accept', 'accept', 'board/chair', {
          closes: true,
          returnsTo: ['self-check'],
          limits: [working('glance-accept', 10, 'finished')],
        }),
      ],
    },
    {
      id: 'inspect',
      title: text('请人看'),
      clause: '§6',
      when: heavy,
      steps: [
        step('self-check', 'self-check', 'case.holder/clerk', { evidence: ['photo'] }),
        step('on-site', 'on-site-check', 'city.library/expert', {
          returnsTo: ['self-check'],
          limits: [working('inspect-on-site', 20, 'finished')],
        }),
        step('signature', 'sign', 'board/chair', { returnsTo: ['self-check'], closes: true }),
      ],
    },
  ],
};

export const procedures: readonly Procedure[] = [...before, plan, acceptance];
