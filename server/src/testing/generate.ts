import { writeFile } from 'node:fs/promises';
import { OWNER } from '../store/database/provision.ts';
import { scratchCluster, TEMPLATE } from './cluster.ts';
import { GENERATED } from './generated.ts';

const { cluster, remove } = await scratchCluster();
try {
  for (const [file, write] of Object.entries(GENERATED)) {
    const text = await write({ host: cluster.host, user: OWNER, database: TEMPLATE });
    await writeFile(new URL(`../../../${file}`, import.meta.url), text);
    console.log(file);
  }
} finally {
  await remove();
}
