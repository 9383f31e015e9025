import { randomInt, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { theInstallation } from '@bihuan/core/person';
import { commandPerson } from '../operations/people/people.ts';
import { readPeople } from '../operations/people/read-people.ts';
import type { Services } from '../services.ts';
import { PASSWORD_LENGTH } from '../sign-in/options.ts';
import { Trouble } from '../trouble.ts';
import type { Out } from './command.ts';
import { dayGiven, doneOr, idOf, needed, withServices } from './user-services.ts';

/** `user list [--json]`: everybody, with the posts held today. */
export async function listUsers(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const people = await withServices(everybody);
  const lines = people.map(({ username, name, active, administrator, postings }) => {
    const posts = postings.filter((held) => held.held).map((held) => `${held.unitName} ${held.postName.zh}`);
    const marks = [
      ...(administrator ? ['系统管理员 / administrator'] : []),
      ...(active ? [] : ['已停用 / deactivated']),
    ];
    return [username, name, ...marks, ...posts].join('\t');
  });
  stdout.write(values.json ? `${JSON.stringify({ people }, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
  return 0;
}

async function everybody(services: Services) {
  const people = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPeople>> = await readPeople(services, theInstallation, {
      after,
      size: 200,
    });
    people.push(...page.people);
    after = page.next;
  } while (after !== null);
  return people;
}

const ADD = {
  username: { type: 'string' },
  name: { type: 'string' },
  unit: { type: 'string' },
  post: { type: 'string' },
  from: { type: 'string' },
  administrator: { type: 'boolean' },
  'password-stdin': { type: 'boolean' },
} as const;

/** `user add`: a person, with a first post or as administrator. */
export async function addUser(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: ADD });
  const [username, name] = [needed('username', values.username), needed('name', values.name)];
  const administrator = values.administrator ?? false;
  const given = values['password-stdin'] ? await passwordGiven() : null;
  const password = given ?? freshPassword();
  await withServices(async (services) => {
    const post =
      values.post === undefined
        ? []
        : [
            {
              id: randomUUID(),
              unit: needed('unit', values.unit),
              post: values.post,
              from: dayGiven('from', values.from) ?? services.today(),
              until: null,
            },
          ];
    const unit = administrator && values.unit !== undefined ? values.unit : null;
    const ask = { type: 'AddPerson', name, username, unit, administrator, postings: post, handedOut: true } as const;
    doneOr(await commandPerson(services, { person: null, ask, by: theInstallation, password }));
  });
  stdout.write(`已添加 / added: ${username}\n${shown(given, password)}`);
  return 0;
}

/** `user password`: sets another password; open sessions of the person end. */
export async function setUserPassword(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { username: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  });
  const username = needed('username', values.username);
  const given = values['password-stdin'] ? await passwordGiven() : null;
  const password = given ?? freshPassword();
  await withServices(async (services) => {
    const person = await idOf(services, username);
    doneOr(await commandPerson(services, { person, ask: { type: 'SetPassword' }, by: theInstallation, password }));
  });
  stdout.write(`密码已重设 / password set: ${username}\n${shown(given, password)}`);
  return 0;
}

const shown = (given: string | null, password: string): string =>
  given === null ? `密码（只显示这一次）/ password, shown this once: ${password}\n` : '';

/** Four groups of four: over 70 random bits, and readable over a telephone. */
function freshPassword(): string {
  const letters = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

async function passwordGiven(): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  const { least, most } = PASSWORD_LENGTH;
  if (password.length >= least && password.length <= most) return password;
  throw new Trouble(
    `密码须有 ${least} 到 ${most} 个字符 / a password has ${least} to ${most} characters`,
    "printf '%s' '…' | bihuan user … --password-stdin",
  );
}
