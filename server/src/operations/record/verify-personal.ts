import type { Finding } from '@bihuan/core/ledger';
import type { Services } from '../../services.ts';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import { sealedOf } from '../../store/personal.ts';
import { opener } from '../cases/personal.ts';
import type { Checked } from '../dossiers/folds.ts';

type Record = Pick<Services, 'home' | 'region'> & { readonly at: Executor };

/**
 * Checks that what these dossiers keep apart of people opens, and is what the record named when it was put away: its id is a
 * digest of it. What it says is told to nobody. That no row is missing, and none too many, is seen by its row.
 */
export async function verifyPersonal(record: Record, checked: readonly Checked[]): Promise<Finding[]> {
  const versions = new Map(checked.map(({ id, version }) => [id, version]));
  const open = opener(record);
  const findings: Finding[] = [];
  for (const row of await sealedOf(record.at, record.region, [...versions.keys()])) {
    if ((await open(row)) !== null) continue;
    const { dossier, id, key } = row;
    const detail = `personal ${id} does not open with key ${key}, or is not what the record names`;
    findings.push({ kind: 'row-differs', region: record.region, dossier, version: versions.get(dossier)!, detail });
  }
  return findings;
}
