import { type Command, Misuse } from './command.ts';

const HELP = `bihuan policy — 方案的检验、解释、流程图和发布 / check, explain, draw and publish a plan

  bihuan policy check [DIR]                查出重叠、空白、走不通、自己审自己等 / overlaps, gaps, dead ends, own work reviewed…
  bihuan policy explain [DIR] --facts origin=province,grade=general
                                           走哪条路径、为什么、改变什么会不同 / which routes, why, what would change them
  bihuan policy explain [DIR] --kind ID    一种事项：谁立项、谁查看、表单、流程、依据 / a kind: who opens and reads it, its sheet, its flow, why
  bihuan policy clauses [DIR]              每一条款由什么承办，什么没有承办 / what serves each clause, and what nothing serves
  bihuan policy diagram [DIR] --out FOLDER 每条路径、每种事项一份流程图（.svg、.mmd）/ one diagram per route and per kind

  bihuan policy publish [DIR]              检验并发布，发布后不可更改 / check and publish; what is published never changes
  bihuan policy publish [DIR] --successor OLD=NEW@2027-03-01:理由
                                           本版撤去的单位由谁、自何日、依据什么承接，可写多个 / who takes over from a unit that this edition drops, from when and why; once for each

  DIR              政策包目录，缺省为本地区（BIHUAN_REGION）最新一版 / a pack; default: the newest edition of this region
  --json           以 JSON 输出（check、explain、clauses、publish）/ print JSON
  --lang zh|en     说明文字的语言 / language of the words, default zh

退出码 / exit code: 0 通过 / sound; 1 有问题未经裁定 / a fault without a ruling; 2 用法不对 / wrong use
`;

/** Loaded when asked for: checking a plan should not wait for the database's driver and everything else that publishing needs. */
const verbs: Readonly<Record<string, () => Promise<Command['run']>>> = {
  check: async () => (await import('./policy-check.ts')).check,
  explain: async () => (await import('./policy-explain.ts')).explained,
  clauses: async () => (await import('./policy-clauses.ts')).clauses,
  diagram: async () => (await import('./policy-diagram.ts')).diagrams,
  publish: async () => (await import('./policy-publish.ts')).publish,
};

/** The door to the law as data. */
export const policy = {
  help: HELP,
  async run([verb = '', ...args], out) {
    const load = verbs[verb];
    if (!load)
      throw new Misuse(
        `没有“policy ${verb}” / no such verb: policy ${verb}`,
        `可用 / there are: ${Object.keys(verbs).join(', ')}`,
      );
    const run = await load();
    return run(args, out);
  },
} satisfies Command;
