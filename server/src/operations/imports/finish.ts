import type { Services } from '../../services.ts';
import { applyNext } from './apply.ts';
import { undoNext } from './undo.ts';

/** One piece of whatever has been started. False: nothing to do, or others are doing it. */
export const workOnImports = async (services: Services): Promise<boolean> =>
  (await applyNext(services)) || undoNext(services);

/** Works until nothing is left that nobody else works on. */
export async function finishImports(services: Services): Promise<void> {
  while (await workOnImports(services));
}
