import type { FC } from 'react';
import type { Control, FieldType } from '../field.ts';
import { RowsControl } from '../rows/rows-control.tsx';
import { ChoiceControl, ChoicesControl, YesNoControl } from './chosen.tsx';
import { DayControl, InstantControl } from './dated.tsx';
import { FigureControl } from './figure.tsx';
import { FilesControl } from './files.tsx';
import { NamedPersonControl, PersonControl } from './person.tsx';
import { PlaceControl } from './place.tsx';
import { ReferenceControl } from './reference.tsx';
import { UnitControl, UnitsControl } from './unit.tsx';
import { MoneyControl, NumberControl, TextControl } from './written.tsx';

/** How each type of the closed list is filled in. A type without a line here does not compile. */
const CONTROLS: Readonly<Record<FieldType, FC<Control>>> = {
  text: TextControl,
  number: NumberControl,
  money: MoneyControl,
  day: DayControl,
  instant: InstantControl,
  'yes-no': YesNoControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  unit: UnitControl,
  units: UnitsControl,
  person: PersonControl,
  'named-person': NamedPersonControl,
  place: PlaceControl,
  files: FilesControl,
  reference: ReferenceControl,
  rows: (given) => <RowsControl {...given} Control={FieldControl} />,
  figure: FigureControl,
};

/** The control of a field, whatever it holds. */
export function FieldControl(given: Control) {
  const Own = CONTROLS[given.field.type];
  return <Own {...given} />;
}
