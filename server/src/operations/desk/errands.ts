import { unitName, type Actor } from '@bihuan/core/access';
import { confirmsRulings, vacanciesOf, type Keeper } from '@bihuan/core/person';
import type { Law, Moment } from '@bihuan/core/procedure';
import { daysBetween, plainDate, type PlainDate } from '@bihuan/core/time';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { vacantSeats } from '../../store/dossiers/seats.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { lightOf, type LightView } from '../dossiers/lights.ts';
import { presentLaw } from '../law/present-law.ts';

/** What somebody has to see to that stands in no dossier of its own; `count` says how many there are of it. */
type Errand = {
  readonly what: 'rulings' | 'copies' | 'vacant';
  readonly count: number;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly post: string | null;
  readonly since: PlainDate | null;
  readonly waited: number | null;
  readonly light: LightView;
};

/** Copies that are still to be sent: how many, and since when the oldest of them is owed. */
export type Owed = { readonly count: number; readonly since: string | null };

/** Everything this person has to see to beside the lines of dossiers: what nobody will do without him first. */
export async function errandsOf(services: Services, actor: Actor, owed: Owed): Promise<Errand[]> {
  const law = presentLaw(services);
  if (!law) return [];
  const by = { actor, administrator: false };
  const vacancies = await readVacancies(services, by);
  const now = officeMoment(services);
  return [...vacancies, ...copies(owed, now, law), ...rulings(by, law, now)];
}

/** Posts that nobody holds and that work waits at, for whoever gives the posts, leads the unit or coordinates the plan. */
export async function readVacancies(services: Services, by: Keeper): Promise<Errand[]> {
  const { db, region, today } = services;
  const law = presentLaw(services);
  const units = law ? vacanciesOf(by, law, today()) : [];
  if (!law || units.length === 0) return [];
  const rows = await vacantSeats(db, region, { on: today(), reads: seatsReading(services, by.actor), units });
  const now = officeMoment(services);
  return rows.map(({ unit, post, lines, since, ends }) => ({
    what: 'vacant',
    count: lines,
    unit,
    unitName: unit && unitName(law.units, unit, today()),
    post,
    ...ageOf(plainDate(since), ends !== null, today()),
    light: lightOf({ ...endIn(ends), provisional: false, paused: false, title: null }, now, law.calendar),
  }));
}

/** Where no limit runs, how long it has waited says what hurts. */
const ageOf = (since: PlainDate, limited: boolean, today: PlainDate) => ({
  since,
  waited: limited ? null : daysBetween(since, today),
});

/** A day, and the minute on it where not the whole day counts. */
const endIn = (ends: string | null): { readonly due: PlainDate | null; readonly dueAt: string | null } =>
  ends === null
    ? { due: null, dueAt: null }
    : { due: plainDate(ends.slice(0, 10)), dueAt: ends.endsWith('T24:00') ? null : ends };

const nowhere = { unit: null, unitName: null, post: null };

function copies({ count, since }: Owed, now: Moment, law: Law): readonly Errand[] {
  if (count === 0 || since === null) return [];
  return [
    {
      what: 'copies',
      count,
      ...nowhere,
      ...ageOf(plainDate(since), false, now.on),
      light: lightOf(null, now, law.calendar),
    },
  ];
}

/** Rulings of the edition in force that nobody of the county stands for yet: they are used, and are to be confirmed. */
function rulings(by: Keeper, law: Law, now: Moment): readonly Errand[] {
  const count = law.policy.rulings.filter(({ status }) => status === 'pending').length;
  if (count === 0 || !confirmsRulings(by, law, now.on)) return [];
  return [{ what: 'rulings', count, ...nowhere, since: null, waited: null, light: lightOf(null, now, law.calendar) }];
}
