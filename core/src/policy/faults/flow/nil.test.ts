import { expect, test } from 'vitest';
import type { Kind, Pack, Procedure, SheetField, Step } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { kindIn, letters, withKind, withRound } from '../../testing/letters.ts';
import { step, text, working } from '../../testing/library-words.ts';
import { routeOf, stepOf, withPolicy, withRoute, withStep } from '../../testing/plant.ts';

const filed = kindIn('round-return');
const worn: SheetField = { id: 'worn', label: text('有损'), type: 'yes-no', required: true, personal: false };
const isWorn = { fact: 'worn', oneOf: ['yes'] };

/** The return with one question more, that must be answered, and after which things may be asked. */
const asking = (change: Partial<Kind> = {}, pack: Pack = letters): Pack =>
  withKind('round-return', { sheet: [...filed.sheet, worn], facts: ['worn'], ...change }, pack);

const nilTaken = (pack: Pack, nil: boolean): Pack => withPolicy(pack, { duties: withRound({ nil }, {}).policy.duties });

const limit = { ...working('confirm-by', 5, 'step:settle'), when: isWorn };
const withConfirm = (change: Partial<Step>, pack = asking()): Pack => withStep(pack, 'filing-way', 'confirm', change);

const way = (id: string, ...steps: readonly Step[]): Procedure => ({
  id,
  title: text(id),
  clause: '§7',
  routes: [{ id: `${id}-way`, title: text(id), clause: '§7', steps }],
});

const ends: Partial<Step> = { reaches: 'closed', silent: true };

/** After the filing a book is mended where one is worn, and left where none is. */
function branching(pack: Pack): Pack {
  const { reaches: _closed, ...confirm } = stepOf(pack, 'filing-way', 'confirm');
  const [fill, settle] = routeOf(pack, 'filing-way').steps;
  const open = withRoute(pack, 'filing-way', { steps: [fill!, settle!, confirm] });
  const flow: Kind['flow'] = [
    { run: 'filing', begins: ['opened'], ends: 'filed', times: 'once' },
    { run: 'mending-it', begins: ['filed'], when: isWorn, times: 'once' },
    { run: 'leaving-it', begins: ['filed'], when: { not: isWorn }, times: 'once' },
  ];
  const procedures = [
    ...open.policy.procedures,
    way('mending-it', step('mend', 'record', 'desk/clerk', ends)),
    way('leaving-it', step('leave', 'record', 'desk/clerk', ends)),
  ];
  return withKind('round-return', { flow }, withPolicy(open, { procedures }));
}

test('a branch that asks for what nothing to report leaves empty is found, with the way out of it', () => {
  const pack = branching(asking());

  expect(said(pack)).toEqual([
    'unknown-fact round-return / mending-it, worn, nil',
    'unknown-fact round-return / leaving-it, worn, nil',
  ]);
  expect(unsettled(pack)[0]).toMatchObject({ facts: [{}], path: ['kinds', 3, 'flow', 1, 'when'], clauses: ['§7'] });
  expect(unsettled(pack)[0]?.text.zh).toContain('零报告时“worn”空着');
  expect(unsettled(pack)[0]?.text.en).toContain('nil');
});

test('where nothing to report is no return, or what is asked is found out by a step that comes all the same, nothing is amiss', () => {
  const looked = asking({ sheet: [...filed.sheet, { ...worn, by: 'filing/confirm' }] });

  expect(said(nilTaken(branching(asking()), false))).toEqual([]);
  expect(said(branching(looked))).toEqual([]);
});

test('what whoever owes the return would fill in as he files it is left empty as well', () => {
  const atStep = asking({ sheet: [...filed.sheet, { ...worn, by: 'filing/settle' }] });

  expect(said(branching(atStep))).toContain('unknown-fact round-return / mending-it, worn, nil');
});

test.each<[string, Partial<Step>]>([
  ['a limit', { limits: [limit] }],
  ['evidence', { evidence: [{ kind: 'photo', when: isWorn }] }],
  ['a copy', { copies: [{ id: 'board', to: 'board', when: isWorn, clause: '§7', written: false }] }],
])('%s under a condition that has no value where nothing is reported is found', (_what, change) => {
  expect(said(withConfirm(change))).toContain('unknown-fact filing-way / confirm, worn, nil');
  expect(said(nilTaken(withConfirm(change), false)).filter((fault) => fault.startsWith('unknown-fact'))).toEqual([]);
});

test('a route that asks for it is found', () => {
  const procedures = letters.policy.procedures.map((procedure) =>
    procedure.id === 'answering'
      ? {
          ...procedure,
          routes: procedure.routes.flatMap((route) => [
            { ...route, when: isWorn },
            { ...route, id: 'other-way', when: { not: isWorn } },
          ]),
        }
      : procedure,
  );
  const flow: Kind['flow'] = [...filed.flow, { run: 'answering', begins: ['ended/filing'], times: 'once' }];
  const pack = asking({ flow, parts: ['case.filer', 'case.answerer'] }, withPolicy(letters, { procedures }));

  expect(said(pack)).toEqual(
    expect.arrayContaining(['unknown-fact answering-way, worn, nil', 'unknown-fact other-way, worn, nil']),
  );
});

test('a part that is demanded only at what would have been reported decides nothing where nothing is', () => {
  const caseRoles = letters.policy.caseRoles.map((part) =>
    part.id === 'case.answerer' ? { ...part, required: { when: isWorn } } : part,
  );
  const handing = [
    step('hand', 'hand-over', 'desk/clerk', { silent: true }),
    step('mend', 'record', 'case.answerer/clerk', { reaches: 'closed', silent: true }),
  ];
  const whole = withPolicy(branching(asking({ parts: ['case.filer', 'case.answerer'] })), { caseRoles });
  const pack = withRoute(whole, 'mending-it-way', { steps: handing });
  const nobody = (each: Pack) => said(each).filter((fault) => fault.startsWith('part-empty mending-it-way'));

  expect(nobody(pack)).toEqual(['part-empty mending-it-way, mend, case.answerer, round-return, nil']);
  expect(nobody(nilTaken(pack, false))).toEqual([]);
});

test('a tell that fills what another dossier must have from an empty sheet is found; one that asks for what was reported is not sent', () => {
  const tell = { id: 'harm', on: 'closed', clause: '§7', open: 'problem', with: { title: 'what' }, link: 'source' };

  expect(said(asking({ tells: [tell] }))).toEqual(['tell-unfilled round-return, harm, problem, title']);
  expect(said(asking({ tells: [{ ...tell, when: isWorn }] }))).toEqual([]);
  expect(said(nilTaken(asking({ tells: [tell] }), false))).toEqual([]);
});
