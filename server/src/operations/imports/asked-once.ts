import { theCalendar, unitName, unitsInRole } from '@bihuan/core/access';
import { factsIn, noCase, openFields, partsWanted } from '@bihuan/core/case';
import { chosenValues, isAskedOnce, meaningOf, wordsFor, type Understanding } from '@bihuan/core/intake';
import type { Facts, Kind, SheetField } from '@bihuan/core/policy';
import { factsGiven } from '@bihuan/core/problem';
import type { Parts } from '@bihuan/core/procedure';
import { isRequired, partFaults } from '@bihuan/core/procedure/verbs';
import type { AnyRow } from '../../files/task.ts';
import type { Services } from '../../services.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import { askedOfPictures } from './asked-pictures.ts';
import type { AskedOnce } from './once.ts';
import { kindOfImport } from './seats.ts';

type Asks = Pick<AskedOnce, 'id' | 'label' | 'options'> & { readonly lackedBy: (row: AnyRow) => boolean };
type Around = Pick<Services, 'law' | 'today'>;

/** What was chosen for the whole workbook so far. */
export const chosenFor = ({ chosen }: Pick<ImportRecord, 'chosen'>): Facts => chosen as Facts; // `settleImport` put ids of known values there

/** What the edition asks of every registration or opening and a list may leave out, in the order of the plan. */
export function askedOnce(
  services: Around,
  record: Pick<ImportRecord, 'chosen' | 'kind' | 'unit'>,
  { rows, pictures }: Pick<Understanding<AnyRow>, 'rows' | 'pictures'>,
): readonly AskedOnce[] {
  const chosen = chosenFor(record);
  const kind = kindOfImport(services, record);
  const asks = kind
    ? [...ofKind(services, kind), ...partsOf(services, kind, record)]
    : record.kind === null
      ? ofProblems(services)
      : [];
  const ofRows = asks.map(({ lackedBy, ...asked }) => ({
    ...asked,
    chosen: chosen[asked.id] ?? null,
    lacking: rows.filter(lackedBy).length,
  }));
  return [...ofRows, ...askedOfPictures(services, { kind, of: record.kind, chosen }, pictures)];
}

const ofProblems = ({ law }: Around): readonly Asks[] =>
  factsGiven(law())
    .filter(({ needed }) => needed)
    .map(({ id, label, values }) => ({
      id,
      label,
      options: values.map((value) => ({ id: value.id, title: value.label })),
      lackedBy: (row) => 'facts' in row && row.facts[id] === undefined,
    }));

const lacks =
  (id: string) =>
  (row: AnyRow): boolean =>
    'lacks' in row && row.lacks.includes(id);

function ofKind(services: Around, kind: Kind): readonly Asks[] {
  const from = kind.opens?.from ?? [];
  const channel: Asks = {
    id: 'channel',
    label: { zh: '来源渠道', en: 'Channel' },
    options: from.map(({ id, label }) => ({ id, title: label })),
    lackedBy: lacks('channel'),
  };
  const fields = openFields(kind, services.law().policy).filter((field) => isAskedOnce(field) && !field.personal);
  return [
    ...(from.length > 0 ? [channel] : []),
    ...fields.map((field) => ({
      id: meaningOf(field.id),
      label: field.label,
      options: optionsOf(services, field),
      lackedBy: lacks(meaningOf(field.id)),
    })),
  ];
}

/** Under which a part is chosen for all rows. */
const PART = 'part:';

/** Parts that the plan wants filled at the opening: no column names a unit for each row, so that one is named for all of them. */
function partsOf({ law, today }: Around, kind: Kind, { unit, chosen }: Pick<ImportRecord, 'unit' | 'chosen'>): Asks[] {
  const at = { dossier: noCase, field: null, by: theCalendar, law: law(), on: today() };
  const fields = openFields(kind, law().policy);
  const asks = partsWanted(kind, unit, at.law, at.on).map((role): Asks => ({
    id: `${PART}${role.id}`,
    label: role.label,
    options: law()
      .units.filter(({ id }) => partFaults(at, role.id, [{ unit: id, unitName: '', person: null }]).length === 0)
      .map(({ id }) => ({ id, title: { zh: unitName(law().units, id, today()) } })),
    lackedBy: (row) =>
      'values' in row &&
      isRequired(role, factsIn(kind, { ...chosenValues(fields, chosenFor({ chosen })), ...row.values })),
  }));
  // where nobody may be named before a field is known, each row says so as it is refused
  return asks.filter(({ options }) => options.length > 0);
}

/** The parts that were chosen for all rows, each with its one unit. */
export const chosenParts = (chosen: Facts): Parts =>
  Object.fromEntries(
    Object.entries(chosen)
      .filter(([id]) => id.startsWith(PART))
      .map(([id, unit]) => [id.slice(PART.length), [{ unit, unitName: '', person: null }]]),
  );

function optionsOf({ law, today }: Around, field: SheetField): AskedOnce['options'] {
  if (field.type === 'choice') return wordsFor(field).map(({ id, zh, en }) => ({ id, title: { zh, en } }));
  if (field.type === 'yes-no')
    return [
      { id: 'yes', title: { zh: '是', en: 'Yes' } },
      { id: 'no', title: { zh: '否', en: 'No' } },
    ];
  const { units } = law();
  const may = field.among ? field.among.flatMap((role) => unitsInRole(units, role, today())) : units;
  return [...new Set(may.map(({ id }) => id))].map((id) => ({ id, title: { zh: unitName(units, id, today()) } }));
}
