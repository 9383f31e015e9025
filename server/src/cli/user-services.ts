import { parsePlainDate, type PlainDate } from '@bihuan/core/time';
import type { PersonAnswer } from '../operations/people.ts';
import { readConfig } from '../config.ts';
import type { Services } from '../services.ts';
import { personByUsername } from '../store/people.ts';
import { Trouble } from '../trouble.ts';
import { Misuse } from './command.ts';
import { openServices } from './open-services.ts';

/** Opens the installation for one command and puts it away again. */
export async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const { services, close } = await openServices(readConfig());
  try {
    return await work(services);
  } finally {
    await close();
  }
}

/** What was given for a needed option. @throws Misuse */
export function needed(name: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value.trim();
  throw new Misuse(`缺少 --${name} / --${name} is missing`, 'bihuan user --help');
}

/** A day on the command line. @throws Misuse */
export function dayGiven(name: string, text: string | undefined): PlainDate | null {
  if (text === undefined) return null;
  const day = parsePlainDate(text);
  if (day) return day;
  throw new Misuse(`没有这一天 / no such day: --${name} ${text}`, '写作 / written as YYYY-MM-DD');
}

/** The person's id. @throws Trouble when nobody has this user name */
export async function idOf({ db, region }: Services, username: string): Promise<string> {
  const person = await personByUsername(db, region, username.toLowerCase());
  if (person) return person.id;
  throw new Trouble(`没有这个用户 / nobody has this user name: ${username}`, 'bihuan user list');
}

/** The id of the person, once it is done. @throws Trouble saying why not */
export function doneOr(answer: PersonAnswer): string {
  if ('done' in answer) return answer.done.id;
  if ('conflict' in answer)
    throw new Trouble(
      `未办成 / not done: ${answer.conflict}`,
      answer.conflict === 'username-taken' ? '换一个用户名 / choose another --username' : '再试一次 / try again',
    );
  const { refused } = answer;
  if (refused.code === 'not-allowed')
    throw new Trouble(`未办成 / not done: ${refused.obstacle.code}`, 'bihuan user --help');
  const faults = refused.faults.map(({ field, code }) => `${field}: ${code}`).join(', ');
  throw new Trouble(
    `内容有误 / something is wrong: ${faults}`,
    '单位和职务的编号见 policies/*/units.yaml / ids of units and posts are in policies/*/units.yaml',
  );
}
