import { randomUUID } from 'node:crypto';
import { unitName, type Actor } from '@bihuan/core/access';
import { theInstallation } from '@bihuan/core/person';
import type { Policy, PostId, Unit } from '@bihuan/core/policy';
import { commandPerson, type PersonAsked } from '../operations/people/people.ts';
import type { Services } from '../services.ts';
import { personByUsername } from '../store/people.ts';

/** Family names in their old order, one for each unit: nobody takes 赵甲 and 赵乙 for people who exist. */
const FAMILIES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎';
const RANKS = '甲乙丙丁戊己庚辛';

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
  for (const { name, username, about, unit, posts } of own.flatMap((each, at) => invented(each, at, policy))) {
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

function invented(unit: Unit, at: number, policy: Policy): Invented[] {
  const round = Math.floor(at / FAMILIES.length);
  const family = `${FAMILIES[at % FAMILIES.length]}${round === 0 ? '' : RANKS[round]}`;
  return hands(unit.posts, policy).map((posts, rank) => ({
    name: `${family}${RANKS[rank]}（演示）`,
    username: `demo-${unit.id}-${rank + 1}`.slice(-30),
    about: aboutPosts(posts, policy),
    unit,
    posts,
  }));
}

/** The posts of a unit, shared out: who leads and who comes last have one each, what is between them is one person's. */
function hands(posts: readonly PostId[], { posts: known }: Policy): (readonly PostId[])[] {
  const leading = posts.filter((post) => known.some(({ id, leads }) => id === post && leads));
  const others = posts.filter((post) => !leading.includes(post));
  return [...leading.map((post) => [post]), others.slice(0, -1), others.slice(-1)].filter((held) => held.length > 0);
}

/** `股室负责人兼联络员：审核、分办、签收`. */
function aboutPosts(posts: readonly PostId[], policy: Policy): string {
  const held = policy.posts.filter(({ id }) => posts.includes(id));
  const does = held.flatMap(({ about }) => (about ? [about.zh] : []));
  return [held.map(({ label }) => label.zh).join('兼'), ...(does.length > 0 ? [does.join('、')] : [])].join('：');
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
