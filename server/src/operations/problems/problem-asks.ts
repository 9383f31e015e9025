import { randomUUID } from 'node:crypto';
import { badInput, type Actor, type Refusal } from '@bihuan/core/access';
import type { Ask, Evidence } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { apartOf, type GivenApart } from './told-apart.ts';
import { evidenceAsk, withScans, type Papered } from '../dossiers/asks.ts';

/** Asks that no client sends: they come with a registration, an act on an edition, a tell or a day. */
type Unsent =
  | 'RegisterProblem'
  | 'ListInEdition'
  | 'TakeOffEdition'
  | 'ReceiveConsent'
  | 'ReachTold'
  | 'AbsorbDouble'
  | 'ReleaseDouble'
  | 'FollowReform'
  | 'NoteLapse'
  | 'AmendClocks';
type Looked = 'AddEvidence' | 'RaiseObjection' | 'TellApart' | 'MergeInto';

/** What a client asks of a problem: files and papers by their ids. */
export type ProblemRequest =
  | Papered<Exclude<Ask, { type: Unsent | Looked }>>
  | ({ readonly type: 'AddEvidence' } & Pick<
      Evidence,
      'file' | 'kind' | 'takenOn' | 'place' | 'measure' | 'measures' | 'note'
    >)
  | ({ readonly type: 'MergeInto' } & GivenApart)
  | { readonly type: 'TellApart'; readonly apart: readonly GivenApart[] }
  | Omit<Extract<Ask, { type: 'RaiseObjection' }>, 'id'>;

/** A client's ask with everything filled in that only the server knows. */
export async function problemAsk(
  services: Services,
  asked: ProblemRequest,
  by: Actor,
): Promise<Ask | { readonly refused: Refusal }> {
  switch (asked.type) {
    case 'AddEvidence':
      return evidenceAsk(services, asked, by);
    case 'MergeInto':
      return mergeAsk(services, asked);
    case 'TellApart':
      return apartAsk(services, asked.apart);
    case 'RaiseObjection':
      return { ...asked, id: randomUUID() };
    default:
      return withScans(services, asked, by);
  }
}

async function apartAsk(
  services: Services,
  given: readonly GivenApart[],
): Promise<Ask | { readonly refused: Refusal }> {
  const apart = await apartOf(services, given);
  return 'refused' in apart ? apart : { type: 'TellApart', apart };
}

async function mergeAsk(
  services: Services,
  { dossier, reason }: GivenApart,
): Promise<Ask | { readonly refused: Refusal }> {
  const found = await apartOf(services, [{ dossier, reason }]);
  if ('refused' in found) return badInput([{ field: 'dossier', code: 'unknown' }]);
  const { number, title } = found[0]!;
  return { type: 'MergeInto', into: { dossier, number, title }, reason };
}
