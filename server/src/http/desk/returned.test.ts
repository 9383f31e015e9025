import { expect, test } from 'vitest';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
const problem = (title: string, until: InventedProblem['until']): InventedProblem => ({
  title: `（演示）${title}`,
  place: '（虚构）',
  township: 'youwang',
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  { title: '（演示）一期', age: 60, problems: [problem('退回的', 'returned'), problem('整改的', 'rectifying')] },
]);
const rows = await services.db.selectFrom('problem').select(['id', 'title']).execute();
const idOf = (title: string): string => rows.find((row) => row.title.endsWith(title))!.id;

type Measure = {
  readonly id: string;
  readonly text: string;
  readonly deadline: object | null;
  readonly unit: string | null;
  readonly person: string;
};
type Returned = {
  readonly round: number;
  readonly reason: string;
  readonly unchanged: boolean;
  readonly texts: readonly {
    readonly label: { readonly zh: string };
    readonly before: string;
    readonly after: string;
  }[];
};
type Shown = {
  readonly version: number;
  readonly returned: readonly Returned[];
  readonly plan: { readonly target: string; readonly deadline: object };
  readonly measures: readonly Measure[];
  readonly tasks: readonly { readonly id: string; readonly unit: string; readonly post: string }[];
  readonly offers: readonly { readonly type: string; readonly obstacle: object | null }[];
};
const coordinator = await office.at('county-push-office', 'handler');
const shown = async (id: string) => (await coordinator.get(`/problems/${id}`)).json<Shown>();

test('returned work says why and in which round; what is changed since stands beside what was there', async () => {
  const id = idOf('退回的');
  const before = await shown(id);
  expect(before.returned).toMatchObject([{ round: 2, reason: expect.stringMatching(/./) }]);
  const { unit, post } = before.tasks[0]!;
  const holders = ['handler', 'section-head', 'leader-in-charge', 'main-leader'] as const;
  const desks = await Promise.all([post, ...holders].map((each) => office.at(unit, each).catch(() => null)));
  const line = (await desks[0]!.get('/tasks?kind=todo')).json<{
    tasks: { dossier: string; returned: { round: number; reason: string } | null }[];
  }>();
  expect(line.tasks.find(({ dossier }) => dossier === id)!.returned).toMatchObject({
    round: 2,
    reason: before.returned[0]!.reason,
  });

  const plan = {
    target: `${before.plan.target}，并补种`,
    deadline: before.plan.deadline,
    measures: before.measures.map(({ id: measure, text, deadline, unit: of, person }) => ({
      id: measure,
      text,
      deadline,
      unit: of,
      person,
    })),
  };
  const answers = [];
  for (const desk of desks)
    if (desk)
      answers.push(
        (
          await desk.post(`/problems/${id}/commands`, {
            version: (await shown(id)).version,
            ask: { type: 'WritePlan', plan },
          })
        ).statusCode,
      );
  expect(answers).toContain(200);

  const [after] = (await shown(id)).returned;
  const target = after!.texts.find(({ label }) => label.zh === '整改目标')!;
  expect(target.after).toBe(`${target.before}，并补种`);
  expect(after!.unchanged).toBe(false);
});

test('work that was never sent back says nothing of it', async () => {
  expect((await shown(idOf('整改的'))).returned).toEqual([]);
});
