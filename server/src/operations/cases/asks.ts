import { randomUUID } from 'node:crypto';
import { badInput, type Actor, type Refusal } from '@bihuan/core/access';
import type { CaseAsk } from '@bihuan/core/case';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { evidenceAsk, withScans, type Papered } from '../dossiers/asks.ts';
import { freezing } from '../duties/gathering.ts';
import type { GivenApart } from '../problems/told-apart.ts';
import { givenLinks } from './given.ts';

/** Asks that come from a client as they go into the record. */
type Plain = Exclude<
  CaseAsk,
  {
    type:
      | 'OpenCase'
      | 'ReachTold'
      | 'FollowReform'
      | 'NoteLapse'
      | 'AmendClocks'
      | 'FreezeGathering'
      | 'AddEvidence'
      | 'Link'
      | 'MergeInto'
      | 'TellApart'
      | 'AbsorbDouble'
      | 'ReleaseDouble'
      | 'RaiseObjection';
  }
>;
/** What a client asks of a dossier: files, papers and other dossiers by their ids. */
export type CaseRequest =
  | Papered<Plain>
  | {
      readonly type: 'AddEvidence';
      readonly file: string;
      readonly kind: string;
      readonly takenOn: PlainDate | null;
      readonly note: string;
    }
  | { readonly type: 'Link'; readonly link: { readonly how: string; readonly dossier: string } }
  | ({ readonly type: 'MergeInto' } & GivenApart)
  | { readonly type: 'TellApart'; readonly apart: readonly GivenApart[] }
  | Omit<Extract<CaseAsk, { type: 'RaiseObjection' }>, 'id'>
  /** Its members are looked up here. */
  | { readonly type: 'FreezeGathering' };

type Refused = { readonly refused: Refusal };

/** A client's ask with everything filled in that only the server knows. */
export async function caseAsk(
  services: Services,
  id: string,
  asked: CaseRequest,
  by: Actor,
): Promise<CaseAsk | Refused> {
  switch (asked.type) {
    case 'AddEvidence':
      return evidenceAsk(services, asked, by);
    case 'Link': {
      const given = await givenLinks(services, [asked.link], by);
      return 'refused' in given ? given : { type: 'Link', link: given.links[0]! };
    }
    case 'MergeInto': {
      const { dossier, reason } = asked;
      const given = await givenLinks(services, [{ how: 'merged', dossier }], by);
      if ('refused' in given) return badInput([{ field: 'dossier', code: 'unknown' }]);
      const { number, title } = given.links[0]!;
      return { type: 'MergeInto', into: { dossier, number, title }, reason };
    }
    case 'TellApart': {
      const given = await givenLinks(
        services,
        asked.apart.map(({ dossier }) => ({ how: 'apart', dossier })),
        by,
      );
      if ('refused' in given) return given;
      const apart = given.links.map(({ dossier, number, title }, at) => ({
        dossier,
        number,
        title,
        reason: asked.apart[at]!.reason,
      }));
      return { type: 'TellApart', apart };
    }
    case 'RaiseObjection':
      return { ...asked, id: randomUUID() };
    case 'FreezeGathering':
      return freezing(services, id, by);
    default:
      return withScans(services, asked, by);
  }
}
