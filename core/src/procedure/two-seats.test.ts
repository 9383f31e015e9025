import { expect, test } from 'vitest';
import { after, clubWhere, foreman, holderOf, MONDAY, planFor, reaching, taking, type File } from '../testing/index.ts';
import { seat } from '../testing/words.ts';

/** A plan along which one helper signs from two posts. */
const law = clubWhere((step) =>
  step.id === 'draft' && step.coSign.length > 0
    ? { ...step, coSign: [seat('case.helper/captain'), seat('case.helper/foreman')] }
    : step,
);
const choices = { holder: 'greens', helpers: ['nets'], grade: 'minor', serial: 0 } as const;
const drafted = reaching('member', (problem) => problem.plan !== null, { choices, law });
const signers = { captain: holderOf('nets/captain'), foreman: holderOf('nets/foreman') } as const;
type Post = keyof typeof signers;

const openOf = ({ problem }: File, post: Post) =>
  problem.tasks.filter((task) => task.unit === 'nets' && task.post === post && task.part === 'co-sign');
const saidBy = ({ problem }: File, post: Post) =>
  Object.values(problem.runs).flatMap(({ acts }) =>
    acts.filter((act) => act.standing && act.part === 'co-sign' && act.person === signers[post].id),
  );

/** Signs, where the post has a line; rewrites the plan in other words than before. */
function does(file: File, what: Post | 'rewrite', turn: number): File {
  if (what === 'rewrite')
    return after(file, { type: 'WritePlan', plan: planFor(MONDAY, `目标${turn}`) }, foreman, MONDAY, law);
  const [line] = openOf(file, what);
  return line ? after(file, taking(file, signers[what], line.id), signers[what], MONDAY, law) : file;
}

const orders = (length: number): readonly (readonly (Post | 'rewrite')[])[] =>
  length === 0
    ? [[]]
    : orders(length - 1).flatMap((order) =>
        (['captain', 'foreman', 'rewrite'] as const).map((next) => [...order, next]),
      );

test('in whatever order a unit signs from its two posts and the plan is rewritten, each post is asked once', () => {
  for (const order of orders(5)) {
    let file = drafted;
    order.forEach((what, turn) => {
      file = does(file, what, turn);
      for (const post of ['captain', 'foreman'] as const) {
        const count = openOf(file, post).length + saidBy(file, post).length;
        expect([order.slice(0, turn + 1), post, count]).toEqual([order.slice(0, turn + 1), post, 1]);
      }
    });
  }
});
