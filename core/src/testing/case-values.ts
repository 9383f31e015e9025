import { unitsInRole } from '../access/index.ts';
import type { Filled } from '../case/index.ts';
import type { Facts, Kind, RoleId, SheetField, SheetValue } from '../policy/index.ts';
import type { Law, Part, Parts } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { part } from './complete.ts';

/** What a test decides for itself; everything else about an input follows from what the offer asks for. */
export type CaseChoices = {
  /** Who plays which part; for any other part and field whoever may. */
  readonly players: Readonly<Record<RoleId, readonly string[]>>;
  /** What is chosen wherever it may be chosen. */
  readonly verdict: string;
  /** Says no wherever the law lets him; upholds no objection then. */
  readonly objects: boolean;
  /** Fills in nothing that need not be filled in. */
  readonly bare?: boolean;
  /** Tells apart what would otherwise be entered twice, and picks among what may be picked. */
  readonly serial: number;
};

export const caseChoices: CaseChoices = {
  players: { 'case.answerer': ['greens'], 'case.builder': ['nets'], 'case.checker': ['keepers'] },
  verdict: 'good',
  objects: false,
  serial: 0,
};

type Around = { readonly on: PlainDate; readonly choices: CaseChoices; readonly law: Law };

export const pick = <T>(items: readonly T[], at: number): T => items[at % items.length]!;

const among = (roles: readonly RoleId[] | undefined, { law, on }: Around): readonly string[] =>
  (roles?.length ? roles.flatMap((role) => unitsInRole(law.units, role, on)) : law.units).map(({ id }) => id);

/** A value that fits a field, other with every serial where it can be. */
function valueFor(field: SheetField, around: Around): SheetValue {
  const { on, choices } = around;
  const { serial, verdict } = choices;
  const ids = (field.values ?? []).map(({ id }) => id);
  const units = among(field.among, around);
  const least = field.atLeast ?? 0;
  const most = Math.min(field.atMost ?? Infinity, least + 9);
  const cells = (field.columns ?? []).map((column) => [column.id, valueFor(column, around)] as const);
  const values: Readonly<Record<SheetField['type'], () => SheetValue>> = {
    text: () => `话 ${serial}`.slice(0, field.longest),
    number: () => Math.min(Math.ceil(least) + (serial % 9), Math.floor(most)),
    money: () => (serial % 9000) * 100,
    day: () => on,
    instant: () => `${on}T09:30`,
    'yes-no': () => serial % 2 === 0,
    choice: () => (ids.includes(verdict) ? verdict : (pick(ids, serial) ?? '')),
    choices: () => ids.slice(0, 1 + (serial % 2)),
    unit: () => pick(units, serial),
    units: () => [pick(units, serial)],
    person: () => ({ name: '某人（演示）', ...(field.among ? { id: 'p1', unit: pick(units, serial) } : {}) }),
    'named-person': () => ({ name: '某人（演示）', post: '队员' }),
    place: () => ({ words: `${serial}号场` }),
    files: () => [{ id: `f${serial}`, name: '图纸.pdf', digest: `d${serial}`, size: 1 }],
    reference: () => ({ dossier: `s${serial}`, number: '建议-2030-000', title: '旧建议' }),
    rows: () => [Object.fromEntries(cells)],
    figure: () => 0,
  };
  return field.personal ? { personal: `p${serial}` } : values[field.type]();
}

/** These fields of the sheet with a value each. */
export const filledIn = (ids: readonly string[], { sheet }: Kind, around: Around): Filled =>
  Object.fromEntries(
    sheet
      .filter(({ id, required }) => ids.includes(id) && !(around.choices.bare && required === false))
      .map((field) => [field.id, valueFor(field, around)]),
  );

/** Who plays this part: as the test says, else one of those who may. */
export function playersFor(role: RoleId, around: Around): readonly Part[] {
  const { law, choices } = around;
  const said = choices.players[role];
  if (said) return said.map((unit) => part(unit));
  const roles = law.policy.caseRoles.find(({ id }) => id === role)?.among ?? [];
  const field = roles.map((each) => (each === 'field' ? law.policy.fields[0]!.inCharge : each));
  return [part(pick(among(field, around), choices.serial))];
}

/** A value for each of these facts of the plan. */
export const factsFor = (ids: readonly string[], { policy }: Law, serial: number): Facts =>
  Object.fromEntries(
    policy.facts.filter(({ id }) => ids.includes(id)).map(({ id, values }) => [id, pick(values, serial).id]),
  );

/** Every part of a kind with its players. */
export const allPlayers = ({ parts }: Pick<Kind, 'parts'>, around: Around): Parts =>
  Object.fromEntries(parts.map((role) => [role, playersFor(role, around)]));
