import type { InputFault } from '@bihuan/core/access';
import { decideAppearance, evolveAppearance, plainAppearance, type Appearance } from '@bihuan/core/appearance';
import { derivedId } from '@bihuan/core/ledger';
import type { Keeper } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { findDossiers, KeyTaken, loadDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import type { Intent } from '../dossiers/answer.ts';
import { plainAppend, retried } from '../dossiers/plain-append.ts';

/** An installation has one: its id follows from the region. */
const idIn = (region: string): string => derivedId({ region, appearance: true }, sm3);

/** What this installation is called and its colours; the program's own where nobody has chosen. */
export async function readAppearance({ db, region }: Pick<Services, 'db' | 'region'>): Promise<Appearance> {
  const id = idIn(region);
  return (await findDossiers<Appearance>(db, region, 'appearance', [id])).get(id)?.state ?? plainAppearance;
}

/** The head of a list that goes out: whose it is where a name was chosen, what it is, and the day. */
export async function headOf(services: Services, list: string): Promise<string> {
  const { name } = await readAppearance(services);
  return `${name === null ? '' : `${name} `}${list}（截至${services.today()}）`;
}

/** How a choice ends. Everything but `done` left nothing behind. */
export type AppearanceAnswer =
  | { readonly done: Appearance }
  | { readonly faults: readonly InputFault[] }
  | { readonly notKeeper: true }
  | { readonly conflict: 'key-reused' | 'changed-meanwhile' };

/** load → decide → append: an administrator chooses the name and the two colours. */
export async function setAppearance(
  services: Services,
  { chosen, by, intent }: { readonly chosen: Appearance; readonly by: Keeper; readonly intent: Intent },
): Promise<AppearanceAnswer> {
  if (!by.administrator) return { notKeeper: true };
  const { db, region, today } = services;
  const dossier = idIn(region);
  const at = { region, kind: 'appearance', dossier, actor: by.actor.id, key: intent.key } as const;
  const { standing, given } = await loadDossier<Appearance>(db, at);
  if (given) return retried<Appearance>(given, intent);
  const decision = decideAppearance({ type: 'SetAppearance', ...chosen, by, on: today() });
  if ('faults' in decision) return decision;
  const { events } = decision;
  const state = events.reduce(evolveAppearance, standing?.state ?? plainAppearance);
  const answer = { by, intent, response: state };
  try {
    await db
      .transaction()
      .execute((tx) =>
        append(tx, plainAppend(services, { dossier, kind: 'appearance', standing, events, state, answer })),
      );
  } catch (error) {
    if (error instanceof KeyTaken) return setAppearance(services, { chosen, by, intent });
    if (error instanceof StaleVersion) return { conflict: 'changed-meanwhile' };
    throw error;
  }
  return { done: state };
}
