import type { Copy, Procedure, Route } from '../policy/index.ts';
import { naturalDays } from '../time/index.ts';
import { limit, seat, step, text } from './words.ts';

/** One more time, by the chair, and only before it falls due; and again and again, also after. */
const once = { times: 1, by: seat('committee/chair'), beforeDue: true, clause: '§10' } as const;
const often = { times: 3, by: seat('office/chief'), beforeDue: false, clause: '§10' } as const;
const pause = { by: seat('committee/chair'), clause: '§10' } as const;

const copy = (to: string, written = false): Copy => ({ id: to, to, clause: '§9', written });
const route = (id: string, clause: string, steps: Route['steps'], origin?: string): Route => {
  const common = { id, title: text(id), clause, steps };
  return origin ? { ...common, when: { fact: 'origin', oneOf: [origin] } } : common;
};

const classification = route('classify', '§2', [
  step('classify', 'classify', ['office/chief'], '§2', {
    coSign: [seat('treasury/treasurer')],
    settles: ['grade'],
    copies: [copy('archive', true), copy('press', true)],
    limits: [limit('classify-by', 'registered', 5, '§2')],
  }),
]);

const edition = route('edition', '§3', [
  step('form', 'form', ['office/clerk'], '§3', { writes: 'edition', silent: true }),
  step('submit', 'submit', ['office/chief'], '§3', { binds: 'edition', returnsTo: ['form'], silent: true }),
  step('consent', 'consent', ['committee/chair'], '§3', {
    binds: 'edition',
    returnsTo: ['form', 'submit'],
    silent: true,
  }),
]);

const handover = route('handover', '§4', [
  step('hand-over', 'hand-over', ['office/clerk', 'office/chief'], '§4', { copies: [copy('archive')], silent: true }),
  step('receive', 'receive', ['case.holder/foreman'], '§4', {
    limits: [{ ...limit('receive-by', 'handed-over', 3, '§4'), extension: often, pause }],
  }),
  step('claim', 'claim', ['case.holder/captain'], '§4', { silent: true }),
]);

/** Everything the club decides jointly: all, a quorum, a veto, a co-signature. */
const joint = route(
  'joint',
  '§5',
  [
    step('draft', 'draft', ['case.holder/foreman'], '§5', {
      coSign: [seat('case.helper/captain')],
      writes: 'plan',
      silent: true,
    }),
    step('submit', 'submit', ['case.holder/captain'], '§5', {
      binds: 'plan',
      returnsTo: ['draft'],
      limits: [
        limit('inner', 'handed-over', 10, '§5', 'outer'),
        { ...limit('outer', 'handed-over', 15, '§5'), extension: once, pause },
      ],
    }),
    step('review', 'review', ['case.lead-department/head', 'treasury/treasurer'], '§5', {
      together: 'all',
      binds: 'plan',
      returnsTo: ['draft', 'submit'],
      silent: true,
    }),
    step('vote', 'meeting', ['committee/chair', 'office/chief', 'treasury/treasurer'], '§5', {
      together: { quorum: 2 },
      binds: 'plan',
      returnsTo: ['draft'],
      silent: true,
    }),
    step('hearing', 'publicity', ['keepers/head', 'office/chief'], '§5', {
      coSign: [seat('office/clerk')],
      together: 'veto',
      binds: 'plan',
      returnsTo: ['submit'],
      silent: true,
    }),
    step('issue', 'issue', ['office/chief', 'committee/chair'], '§5', {
      coSign: [seat('office/clerk')],
      binds: 'plan',
      silent: true,
    }),
  ],
  'member',
);

/** The league speaks first, and its word starts a clock; the federation and the league judge together. */
const outside = route(
  'outside',
  '§6',
  [
    step('superior-plan', 'issue', ['league/chair'], '§6', { silent: true }),
    step('draft', 'draft', ['case.holder/foreman'], '§6', {
      writes: 'plan',
      limits: [limit('five', 'step:superior-plan', 5, '§6')],
    }),
    step('expert-review', 'expert-review', ['federation/chair'], '§6', {
      coSign: [seat('league/chair')],
      binds: 'plan',
      returnsTo: ['draft', 'superior-plan'],
      silent: true,
    }),
    step('issue', 'issue', ['office/chief'], '§6', { binds: 'plan', silent: true }),
  ],
  'league',
);

const silent = route(
  'silent',
  '§7',
  [
    step('draft', 'draft', ['case.holder/foreman'], '§7', { writes: 'plan', silent: true }),
    step('review', 'review', ['case.lead-department/head'], '§7', {
      binds: 'plan',
      returnsTo: ['draft'],
      silent: true,
    }),
  ],
  'visitor',
);

const own = (id: string, origin: string) =>
  route(
    id,
    '§8',
    [
      step('self-check', 'self-check', ['case.holder/foreman', 'case.lead-department/hand'], '§8', {
        together: 'all',
        evidence: ['before-photo', 'after-photo'],
        silent: true,
      }),
      step('on-site', 'on-site-check', ['survey/surveyor'], '§8', {
        evidence: ['on-site-record'],
        binds: 'results',
        returnsTo: ['self-check'],
        limits: [{ ...limit('look-by', 'finished', naturalDays(7), '§8'), extension: often, pause }],
      }),
      step('accept', 'accept', ['committee/chair'], '§8', {
        binds: 'results',
        returnsTo: ['self-check', 'on-site'],
        closes: true,
        silent: true,
        copies: [copy('archive'), copy('league'), copy('press')],
      }),
    ],
    origin,
  );

const above = route(
  'above',
  '§8',
  [
    step('self-check', 'self-check', ['committee/chair'], '§8', { evidence: ['after-photo'], silent: true }),
    step('league-accept', 'accept', ['league/chair'], '§8', {
      binds: 'results',
      returnsTo: ['self-check'],
      silent: true,
    }),
    step('signature', 'sign', ['federation/chair'], '§8', {
      binds: 'results',
      returnsTo: ['self-check'],
      closes: true,
      silent: true,
      copies: [copy('archive'), copy('press')],
    }),
  ],
  'league',
);

const procedure = (id: Procedure['id'], clause: string, ...routes: readonly Route[]): Procedure => ({
  id,
  title: text(id),
  clause,
  routes,
});

/** All five procedures. A problem from a stranger has no road, which the hand-over must find. */
export const procedures: readonly Procedure[] = [
  procedure('classification', '§2', classification),
  procedure('edition', '§3', edition),
  procedure('handover', '§4', handover),
  procedure('plan', '§5', joint, outside, silent),
  procedure('acceptance', '§8', own('own', 'member'), own('quiet', 'visitor'), above),
];
