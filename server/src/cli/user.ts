import { type Command, Misuse } from './command.ts';
import { addUser, listUsers, setUserPassword } from './user-account.ts';
import { postUser } from './user-post.ts';

const HELP = `bihuan user — 人员账号与任职 / people, their posts and passwords

  bihuan user list [--json]
  bihuan user add --username li --name 李某 [--unit UNIT --post POST [--from DAY]] [--administrator] [--password-stdin]
  bihuan user post --username li --unit UNIT --post POST [--from DAY] [--until DAY]
                     任职；已任此职时以 --until 结束任职 / hold a post; with --until, end one that is held
  bihuan user password --username li [--password-stdin]

  --unit, --post    编号见方案的单位和职务 / ids as in the plan: county-ecology, handler
  --from, --until   YYYY-MM-DD；--until 为不再任职的第一天 / the first day on which the post is no longer held
  --password-stdin  从标准输入读密码；不给则生成一个并显示一次 / read it from stdin; otherwise one is made and shown once

退出码 / exit code: 0 完成 / done; 1 被拒绝 / refused; 2 用法不对 / wrong use
`;

const verbs: Readonly<Record<string, Command['run']>> = {
  list: listUsers,
  add: addUser,
  post: postUser,
  password: setUserPassword,
};

/** Accounts from the terminal of the machine: signed by the installation itself, in the same log. */
export const user = {
  help: HELP,
  async run([verb = '', ...args], out) {
    const run = verbs[verb];
    if (!run)
      throw new Misuse(
        `没有“user ${verb}” / no such verb: user ${verb}`,
        `可用 / there are: ${Object.keys(verbs).join(', ')}`,
      );
    return run(args, out);
  },
} satisfies Command;
