import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { theInstallation, type Person, type PersonAsk } from '@bihuan/core/person';
import { commandPerson } from '../operations/people/people.ts';
import { findDossier } from '../store/dossiers/dossiers.ts';
import type { Out } from './command.ts';
import { dayGiven, doneOr, idOf, needed, withServices } from './user-services.ts';

const POST = {
  username: { type: 'string' },
  unit: { type: 'string' },
  post: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
} as const;

/** `user post`: takes up a post; one that is held and has no end yet ends with `--until`. */
export async function postUser(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: POST });
  const [username, unit, post] = [
    needed('username', values.username),
    needed('unit', values.unit),
    needed('post', values.post),
  ];
  const [from, until] = [dayGiven('from', values.from), dayGiven('until', values.until)];
  await withServices(async (services) => {
    const person = await idOf(services, username);
    const held = (await findDossier<Person>(services.db, services.region, person))?.state.postings.find(
      (each) => each.unit === unit && each.post === post && each.until === null,
    );
    const ask: PersonAsk =
      held && until
        ? { type: 'LeavePost', posting: held.id, until }
        : { type: 'HoldPost', posting: { id: randomUUID(), unit, post, from: from ?? services.today(), until } };
    doneOr(await commandPerson(services, { person, ask, by: theInstallation }));
  });
  stdout.write(
    `已登记 / recorded: ${username} ${unit} ${post}${from ? ` ${from}` : ''}${until ? ` – ${until}` : ''}\n`,
  );
  return 0;
}
