import type { Actor } from '@bihuan/core/access';
import type { Law } from '@bihuan/core/procedure';
import { castOf, type Cast } from '../demonstration/cast.ts';
import { addDemonstrationPeople } from '../demonstration/people.ts';
import type { Door } from '../http/door/server.ts';
import { cookieOf, testOffice, visitor, type TestOffice, type Visitor } from './office.ts';

/** An office with an invented person in every seat of the plan. */
export type StaffedOffice = TestOffice & {
  readonly people: readonly Actor[];
  readonly cast: Cast;
  /** The person's cookie, by one-click sign-in. */
  readonly cookie: (person: string) => Promise<string>;
  /** Who holds the post in the unit, before a screen. */
  readonly at: (unit: string, post: string) => Promise<Visitor>;
};

/** Call it once at the top of a test file: everybody is there and nobody has a password to wait for. */
export async function staffedOffice(law?: Law, door: Door = {}): Promise<StaffedOffice> {
  const office = await testOffice({ ...door, demonstration: true }, law);
  const people = await addDemonstrationPeople(office.services);
  const cast = castOf(people, office.services);
  const cookie = async (person: string): Promise<string> =>
    cookieOf(await office.app.inject({ method: 'POST', url: '/api/session/demonstration', payload: { person } }));
  return {
    ...office,
    people,
    cast,
    cookie,
    at: async (unit, post) => visitor(office.app, await cookie(cast.holding(unit, post).id)),
  };
}

/** A plainly invented problem as a page registers it. */
export const registration = (title: string, origin = 'city') => ({
  basics: {
    title: `（演示）${title}`,
    description: '',
    place: '（虚构）',
    township: null,
    field: null,
    target: '',
    deadline: null,
    proposed: { holder: null, lead: null, person: '' },
    remarks: '',
  },
  facts: { origin },
  sources: [],
});
