import { randomUUID } from 'node:crypto';
import type { Keeper, PersonAsk, PostingAsk } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import type { Intent } from '../dossiers/answer.ts';
import { commandPerson, type PersonAnswer } from './people.ts';

/** One person of a list, as somebody has looked at it: new with a first password, or in already and given further posts. */
export type Brought =
  | {
      readonly person: null;
      readonly name: string;
      readonly username: string;
      readonly password: string;
      readonly phone?: string;
      readonly postings: readonly Omit<PostingAsk, 'id'>[];
    }
  | { readonly person: string; readonly postings: readonly Omit<PostingAsk, 'id'>[] };

/**
 * Brings people in one after the other, each by the commands that a window sends too, each with an answer of its own: one that is
 * refused holds up no other. Sent again under the same key, each answers as the first time did.
 */
export async function bringPeople(
  services: Services,
  { people, by, intent }: { readonly people: readonly Brought[]; readonly by: Keeper; readonly intent: Intent },
): Promise<readonly PersonAnswer[]> {
  const answers: PersonAnswer[] = [];
  for (const [at, one] of people.entries()) {
    const key = `${intent.key}:${at}`;
    answers.push(
      one.person === null
        ? await commandPerson(services, {
            person: null,
            ask: addOf(one),
            by,
            password: one.password,
            intent: { ...intent, key },
          })
        : await givePosts(services, one, by, { ...intent, key }),
    );
  }
  return answers;
}

const posting = (given: Omit<PostingAsk, 'id'>): PostingAsk => ({ ...given, id: randomUUID() });

const addOf = ({ name, username, phone, postings }: Extract<Brought, { person: null }>): PersonAsk => ({
  type: 'AddPerson',
  name,
  username,
  unit: null,
  administrator: false,
  handedOut: true,
  ...(phone === undefined ? {} : { phone }),
  postings: postings.map(posting),
});

/** The posts of one person, until one is refused: those before it are held. */
async function givePosts(
  services: Services,
  { person, postings }: Extract<Brought, { person: string }>,
  by: Keeper,
  intent: Intent,
): Promise<PersonAnswer> {
  let last: PersonAnswer = { refused: { code: 'not-allowed', obstacle: { code: 'nothing-to-do' }, clause: null } };
  for (const [at, given] of postings.entries()) {
    const ask: PersonAsk = { type: 'HoldPost', posting: posting(given) };
    last = await commandPerson(services, { person, ask, by, intent: { ...intent, key: `${intent.key}:${at}` } });
    if (!('done' in last)) return last;
  }
  return last;
}
