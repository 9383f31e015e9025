import { expect, test } from 'vitest';
import type { Kind, Pack, SheetField } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { letters, kindIn, withKind } from '../../testing/letters.ts';
import { library } from '../../testing/library.ts';
import { seat, step, text } from '../../testing/library-words.ts';
import { withPolicy, withRoute, withStep } from '../../testing/plant.ts';

const when = { when: { fact: 'verdict', oneOf: ['yes'] } } as const;
const required = (value: boolean | typeof when, pack: Pack = letters): Pack =>
  withPolicy(pack, {
    caseRoles: pack.policy.caseRoles.map((role) => (role.id === 'case.answerer' ? { ...role, required: value } : role)),
  });
const ofAnswerer = 'part-empty answering-way, answer, case.answerer, letter';

test('a part that is demanded at facts nobody knows when a letter is opened may be empty when they are known', () => {
  expect(said(required(when))).toContain(ofAnswerer);
});

const lies: SheetField = {
  id: 'field',
  label: text('领域'),
  type: 'choice',
  values: library.policy.fields.map(({ id, label }) => ({ id, label })),
  required: true,
  personal: false,
};
/** Letters that say in which field they lie, answered by whoever is in charge of it unless somebody else is named. */
const byField = (field: Partial<SheetField>, more: Partial<Kind> = {}): readonly string[] => {
  const sheet = [...kindIn('letter').sheet, { ...lies, ...field }];
  const pack = withKind('letter', { sheet, facts: ['verdict', 'field'], ...more }, required(false));
  const { caseRoles } = pack.policy;
  return said(
    withPolicy(pack, {
      caseRoles: caseRoles.map((role) =>
        role.id === 'case.answerer' ? { ...role, byDefault: 'field-department' as const } : role,
      ),
    }),
  ).filter((fault) => fault.startsWith('part-empty'));
};

test('whoever is in charge of the field plays it by default from the opening on, if the field is surely known then', () => {
  expect(byField({})).toEqual([]);
  expect(byField({ required: false })).toEqual([ofAnswerer]);
  expect(byField({ by: 'looking/look' })).toEqual([ofAnswerer]);
  expect(byField({}, { facts: ['verdict'] })).toEqual([ofAnswerer]);
});

test('whoever has the dossier plays a part by default where somebody surely has it', () => {
  const helping = (answerer: boolean): readonly string[] => {
    const pack = required(answerer, withKind('letter', { parts: ['case.answerer', 'case.helping'] }));
    const [first] = pack.policy.caseRoles;
    const helper = { ...first!, id: 'case.helping', among: ['bindery'], required: false, byDefault: 'holder' as const };
    const by = { by: [seat('case.helping/head')] };
    return said(
      withStep(withPolicy(pack, { caseRoles: [...pack.policy.caseRoles, helper] }), 'refusing-way', 'say', by),
    ).filter((fault) => fault.startsWith('part-empty refusing-way'));
  };

  expect(helping(true)).toEqual([]);
  expect(helping(false)).toEqual(['part-empty refusing-way, say, case.helping, letter']);
});

test('at a hand-over it is asked for at what is known by then, also at what is filled in there', () => {
  const handing = withRoute(letters, 'looking-way', {
    steps: [step('look', 'hand-over', 'desk/head', { fills: ['verdict'], silent: true })],
  });

  expect(said(required(when, handing)).filter((fault) => fault.startsWith('part-empty'))).toEqual([]);
});

test('whoever signs along must be there where the plan demands him, and is left out where it does not', () => {
  const along = (pack: Pack): readonly string[] =>
    said(withStep(pack, 'refusing-way', 'say', { coSign: [seat('case.answerer/head')] }));
  const byTell = withKind('problem', {
    tells: [{ id: 'back', on: 'closed', clause: '§7', open: 'letter', with: { what: 'title' }, link: 'source' }],
  });
  const { opens: _nobody, ...unopened } = kindIn('letter');

  expect(along(letters)).toEqual([]);
  expect(along(required(false))).toEqual([ofAnswerer]);
  expect(along(withKind('letter', unopened, byTell))).toContain('part-empty refusing-way, say, case.answerer, letter');
});

test('of what a tell opens the fault says that a tell names no parts', () => {
  const byTell = withKind('problem', {
    tells: [{ id: 'back', on: 'closed', clause: '§7', open: 'letter', with: { what: 'title' }, link: 'source' }],
  });
  const words = (pack: Pack) =>
    unsettled(pack)
      .filter(({ kind }) => kind === 'part-empty')
      .map(({ text: { en } }) => en);

  expect(words(byTell)[0]).toContain('what the tell "back" opens brings fields and cannot name parts');
  expect(words(required(false))[0]).not.toContain('cannot name parts');
});

test('members of a gathering are fixed, and a list is agreed to, by nobody who does not sign in here', () => {
  expect(said(withStep(letters, 'gathering-way', 'gather', { by: [seat('city.library/expert')] }))).toContain(
    'post-unheld gather, city.library',
  );
  const consent = letters.policy.procedures.find(({ id }) => id === 'edition')!.routes[0]!;
  const { id } = consent.steps.at(-1)!;
  expect(said(withStep(letters, consent.id, id, { by: [seat('city.library/expert')] }))).toContain(
    `post-unheld ${id}, city.library`,
  );
});
