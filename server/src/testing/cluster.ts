import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { type Cluster, startCluster } from '../store/database/cluster.ts';
import { isAlive } from '../store/database/crash.ts';
import { migrate } from '../store/database/migrate.ts';
import { OWNER, provision } from '../store/database/provision.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Socket folder of the cluster that all test files of this run share. */
    readonly cluster: string;
  }
}

/** The migrated database that every test file gets a copy of. */
export const TEMPLATE = 'bihuan_template';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/bihuan-test/', import.meta.url));

/** Runs once before all test files: a cluster of this run's own, migrated once. The function it returns runs at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, remove } = await scratchCluster();
  project.provide('cluster', cluster.host);
  return remove;
}

/**
 * A throw-away cluster with the migrated template in it. It forgets a power cut (fsync off), never a kill.
 * Clusters that a killed run left behind are removed first.
 */
export async function scratchCluster(): Promise<{ cluster: Cluster; remove: () => Promise<void> }> {
  mkdirSync(FOLDER, { recursive: true });
  await sweep();
  const home = path.join(FOLDER, String(process.pid));
  const cluster = await startCluster({ home, settings: { fsync: 'off' } });
  await provision(cluster.host, TEMPLATE);
  await migrate({ host: cluster.host, user: OWNER, database: TEMPLATE });
  const remove = async (): Promise<void> => {
    await cluster.stop();
    for (const at of [path.dirname(cluster.data), cluster.host, home]) await rm(at, { recursive: true, force: true });
  };
  return { cluster, remove };
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(FOLDER)) {
    if (isAlive(Number(name))) continue;
    const home = path.join(FOLDER, name);
    const { stop, data, host } = await startCluster({ home });
    await stop();
    for (const at of [path.dirname(data), host, home]) rmSync(at, { recursive: true, force: true });
  }
}
