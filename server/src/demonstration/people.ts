import { randomUUID } from 'node:crypto';
import { unitName, type Actor } from '@bihuan/core/access';
import { theInstallation } from '@bihuan/core/person';
import type { PostId, Unit } from '@bihuan/core/policy';
import { commandPerson, type PersonAsked } from '../operations/people.ts';
import type { Services } from '../services.ts';
import { personByUsername } from '../store/people.ts';

/** Family names in their old order, one for each unit: nobody takes 赵甲 and 赵乙 for people who exist. */
const FAMILIES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎';
const RANKS = '甲乙丙丁戊己庚辛';

/** Posts that one person may well hold together. */
const TOGETHER: readonly (readonly PostId[])[] = [
  ['main-leader'],
  ['leader-in-charge'],
  ['section-head', 'liaison'],
  ['handler'],
];

const ABOUT: Readonly<Record<string, string>> = {
  'main-leader': '主要领导：审定、签字',
  'leader-in-charge': '分管领导：审核、签字',
  'section-head': '股室负责人兼联络员：审核、分办、签收',
  handler: '经办人：登记、起草、填报进展、上传佐证',
};

type Invented = {
  readonly name: string;
  readonly username: string;
  readonly about: string;
  readonly unit: Unit;
  readonly posts: readonly PostId[];
};

/**
 * Invents somebody for every post of every unit that signs in here, and an administrator, and adds them through the
 * installation's own command. They have no password. Run again, it adds nobody twice.
 * @returns everybody who holds a post, as actors
 */
export async function addDemonstrationPeople(services: Services): Promise<readonly Actor[]> {
  const { policy, units } = services.law();
  const own = units.filter((unit) => !unit.external);
  const administrator = {
    type: 'AddPerson',
    name: '系统管理员（演示）',
    username: 'demo-administrator',
    unit: null,
    administrator: true,
    postings: [],
  } as const;
  await add(services, administrator, '管理账号与任职；不办理业务');
  const actors: Actor[] = [];
  for (const { name, username, about, unit, posts } of own.flatMap(invented)) {
    const postings = posts.map((post) => ({
      id: randomUUID(),
      unit: unit.id,
      post,
      from: policy.inForceFrom,
      until: null,
    }));
    const id = await add(
      services,
      { type: 'AddPerson', name, username, unit: null, administrator: false, postings },
      about,
    );
    actors.push({
      id,
      name,
      postings: posts.map((post) => ({ unit: unit.id, unitName: unitName(units, unit.id, services.today()), post })),
    });
  }
  return actors;
}

function invented(unit: Unit, at: number): Invented[] {
  const round = Math.floor(at / FAMILIES.length);
  const family = `${FAMILIES[at % FAMILIES.length]}${round === 0 ? '' : RANKS[round]}`;
  return hands(unit.posts).map((posts, rank) => ({
    name: `${family}${RANKS[rank]}（演示）`,
    username: `demo-${unit.id}-${rank + 1}`.slice(-30),
    about: ABOUT[posts[0]!] ?? posts[0]!,
    unit,
    posts,
  }));
}

/** The posts of a unit, shared out; one that the list above does not know gets a person of its own. */
function hands(posts: readonly PostId[]): (readonly PostId[])[] {
  const known = TOGETHER.map((group) => group.filter((post) => posts.includes(post))).filter(
    (group) => group.length > 0,
  );
  const others = posts.filter((post) => !TOGETHER.some((group) => group.includes(post)));
  return [...known, ...others.map((post) => [post])];
}

async function add(
  services: Services,
  ask: Extract<PersonAsked['ask'], { type: 'AddPerson' }>,
  about: string,
): Promise<string> {
  const known = await personByUsername(services.db, services.region, ask.username);
  if (known) return known.id;
  const answer = await commandPerson(services, { person: null, ask, by: theInstallation, about });
  if (!('done' in answer)) throw new Error(`${ask.name}: ${JSON.stringify(answer)}`);
  return answer.done.id;
}
