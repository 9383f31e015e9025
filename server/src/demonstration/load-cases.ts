import type { Actor } from '@bihuan/core/access';
import { kindOf } from '@bihuan/core/policy';
import type { Services } from '../services.ts';
import { liveCase } from './case-walk.ts';
import { castOf } from './cast.ts';
import { inventedFor } from './invented.ts';
import { loadReturns } from './returns.ts';

/** Lives through the past of the plan's own kinds, as far as one was invented for this place and its plan has these kinds. */
export async function loadCases(
  services: Services,
  people: readonly Actor[],
  progress: (text: string) => void = () => {},
): Promise<void> {
  const invented = inventedFor(services.region);
  if (invented === null) return;
  const { policy } = services.law();
  const cast = castOf(people, services);
  const dossiers = invented.dossiers.filter(({ kind }) => kindOf(policy, kind) !== null);
  for (const title of new Set(dossiers.map(({ kind }) => kindOf(policy, kind)!.title.zh))) progress(`（演示）${title}`);
  for (const dossier of dossiers) await liveCase(services, cast, dossier);
  for (const returns of invented.returns) await loadReturns(services, people, returns);
}
