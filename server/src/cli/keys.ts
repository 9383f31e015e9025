import { readConfig } from '../config.ts';
import { renewKey, sealAgain, type Renewed } from '../operations/record/renew-personal-key.ts';
import { openDatabase } from '../store/database/database.ts';
import { regionsOf } from '../store/dossiers/events.ts';
import { openInstallation } from '../store/database/installation.ts';
import { Misuse, type Out } from './command.ts';

const HELP = `bihuan keys — 个人信息的密钥 / the key under which personal data is sealed

  bihuan keys rotate   换新密钥，并以新密钥重新加密 / a new key, and everything sealed under it
  bihuan keys reseal   以现用密钥重新加密（更换中断或恢复备份之后）/ what another key still seals goes under the present one

旧密钥仍留在 keys 目录：备份要用它。备份过期后再销毁。
The key before stays in the folder keys, for backups need it; destroy it when they have lapsed.
`;

/** The door to the keys of what is kept apart of people. */
export const keys = {
  help: HELP,
  async run(args: readonly string[], out: Out): Promise<number> {
    const [verb] = args;
    if (verb !== 'rotate' && verb !== 'reseal') throw new Misuse(`未能理解 / not understood: ${verb ?? ''}`, '--help');
    const { home, databases } = readConfig();
    const installation = await openInstallation(home, databases);
    const db = openDatabase(installation.app);
    try {
      const regions = (await regionsOf(db)).map((region) => ({ db, region, home }));
      if (verb === 'rotate') {
        const { before, now, ...renewed } = await renewKey(regions, home);
        out.stdout.write(`新密钥 / new key ${now}，旧密钥 / before ${before}\n`);
        return told(out, renewed);
      }
      return told(out, await sealAgain(regions, home));
    } finally {
      await db.destroy();
      await installation.release();
    }
  },
};

function told(out: Out, { sealed, left }: Renewed): number {
  out.stdout.write(`重新加密 / sealed again: ${sealed}；打不开 / do not open: ${left}\n`);
  return left === 0 ? 0 : 1;
}
