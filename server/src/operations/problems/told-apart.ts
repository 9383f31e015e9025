import { badInput, type InputFault, type Refusal } from '@bihuan/core/access';
import type { Problem } from '@bihuan/core/problem';
import type { Apart } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';

/** A likely double that somebody says is another problem, by its id. */
export type GivenApart = Pick<Apart, 'dossier' | 'reason'>;

/** The same with number and title, as the record keeps them: every office reads the register. */
export async function apartOf(
  { db, region }: Services,
  given: readonly GivenApart[],
): Promise<readonly Apart[] | { readonly refused: Refusal }> {
  if (given.length === 0) return [];
  const ids = given.map(({ dossier }) => dossier);
  const found = await findDossiers<Problem>(db, region, 'problem', ids);
  const unknown = given.flatMap(({ dossier }, at): InputFault[] =>
    found.has(dossier) ? [] : [{ field: `apart.${at}.dossier`, code: 'unknown' }],
  );
  if (unknown.length > 0) return badInput(unknown);
  return given.map(({ dossier, reason }) => {
    const { number, basics } = found.get(dossier)!.state;
    return { dossier, number, title: basics.title, reason };
  });
}
