import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, Fragment, type FC } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { useLabels } from '../api/plan.ts';
import { sessionQuery } from '../api/session.ts';
import { PersonControl } from '../sheet/controls/person.tsx';
import { UnitControl, UnitsControl } from '../sheet/controls/unit.tsx';
import type { SheetField } from '../sheet/field.ts';
import { Shown } from '../sheet/shown.tsx';
import { NOT_YET } from '../i18n/not-yet.ts';
import { useUnitNamed } from './short-names.ts';

const ID = 'river-section';
const field = (type: SheetField['type']): SheetField => ({
  id: 'who',
  label: { zh: '谁' },
  type,
  required: false,
  personal: false,
});
const control = { value: ID, onChange: () => {}, edition: '' };

/** Whatever says what a unit, a post, a part or a fact is called, by its id. */
const SAYS: Readonly<Record<string, FC>> = {
  'a unit on a narrow line': () => useUnitNamed()(ID),
  'a unit by the plan': () => useLabels().unit(ID),
  'a post': () => useLabels().post(ID),
  'a part': () => useLabels().role(ID),
  'an office': () => useLabels().office(ID),
  'a fact': () => useLabels().fact('origin', ID),
  'what is known of a problem': () => useLabels().facts({ origin: ID }).join(''),
  'a field of work': () => useLabels().field(ID),
  'a kind of evidence': () => useLabels().evidence(ID),
  'a unit of a sheet': () => createElement(Shown, { field: field('unit'), value: ID }),
  'units of a sheet': () => createElement(Shown, { field: field('units'), value: [ID] }),
  'a place of a sheet': () => createElement(Shown, { field: field('place'), value: { words: '桥边', township: ID } }),
  'a unit to choose': () => createElement(UnitControl, { field: field('unit'), ...control }),
  'units to choose': () => createElement(UnitsControl, { field: field('units'), ...control, value: [ID] }),
  'a person to choose': () =>
    createElement(PersonControl, { field: field('person'), ...control, value: { name: '桨手', id: ID } }),
};

const plan = {
  facts: [{ id: 'origin', label: { zh: '来源' }, values: [{ id: ID, label: { zh: '河务科' } }] }],
  ...Object.fromEntries(
    ['fields', 'posts', 'caseRoles', 'roles', 'evidenceKinds'].map((list) => [
      list,
      [{ id: ID, label: { zh: '河务科' } }],
    ]),
  ),
  units: [{ id: ID, name: '河务科' }],
};

/** The words of a component, with what the server has told so far. */
function wordsOf(Says: FC, known: boolean): string {
  const queries = new QueryClient();
  queries.setQueryData(sessionQuery.queryKey, { installation: { today: '2030-01-01' } } as never); // as much as is read
  if (known) {
    queries.setQueryData(['units'], {
      units: [{ id: ID, name: '河务科', shortNames: [], names: [], roles: [], level: 'township' }],
    });
    queries.setQueryData(['plan', ''], plan);
  }
  const page = createElement(
    QueryClientProvider,
    { client: queries },
    createElement(Fragment, null, createElement(Says)),
  );
  // what a screen shows: no attributes, which only the program reads
  return renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, '');
}

test.each(Object.entries(SAYS))('%s goes by no id while its name is not here', (what, Says) => {
  expect(wordsOf(Says, false)).not.toContain(ID);
  if (what === 'what is known of a problem') return; // nobody knows yet which facts there are
  if (what !== 'a person to choose') expect(wordsOf(Says, false)).toContain(NOT_YET);
  expect(wordsOf(Says, true)).toContain(what === 'a person to choose' ? '桨手' : '河务科');
});
