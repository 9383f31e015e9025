import { randomUUID } from 'node:crypto';
import { badInput, type Actor } from '@bihuan/core/access';
import { numberFor, seriesOf, type Case, type CaseAsk } from '@bihuan/core/case';
import { kindIn } from '@bihuan/core/procedure';
import type { SheetValues } from '@bihuan/core/policy';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { KeyTaken, loadDossier, NumberTaken } from '../../store/dossiers/dossiers.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { replay, writeWithTold } from '../dossiers/command-dossier.ts';
import type { DossierDone } from '../dossiers/decide-dossier.ts';
import { decideCaseAsk } from './command.ts';
import { belongingTo, givenLinks, givenValues } from './given.ts';

type Opening = Omit<
  Extract<CaseAsk, { type: 'OpenCase' }>,
  'type' | 'number' | 'values' | 'links' | 'belongsTo' | 'owed' | 'told'
>;

/** What somebody opens a dossier with; it gets the next number of its series. */
export type OpenAsked = Intent &
  Opening & {
    readonly values: SheetValues;
    readonly links?: readonly { readonly how: string; readonly dossier: string }[];
    readonly by: Actor;
    readonly claimedOn?: PlainDate;
  };

/** Opens a dossier of one of the plan's own kinds: the number is taken by the statement that writes it. */
export async function openCase(services: Services, asked: OpenAsked, tried = 0): Promise<Answer<DossierDone>> {
  const { db, region, law, today } = services;
  const { kind: id, by, key, fingerprint, claimedOn, links = [], ...opening } = asked;
  const kind = kindIn(law(), id);
  if (!kind || kind.is === 'problem' || kind.is === 'edition') return badInput([{ field: 'kind', code: 'unknown' }]);
  const dossier = randomUUID();
  const series = seriesOf(kind, today());
  const { given, coming } = await loadDossier<Case>(db, { region, kind: 'case', dossier, actor: by.id, key, series });
  if (given) return replay(given, asked);
  const filled = await givenValues(services, kind, opening.values, by, { law: law(), dossier, present: {} });
  if ('refused' in filled) return filled;
  const linked = await givenLinks(services, links, by);
  if ('refused' in linked) return linked;
  const belongsTo = await belongingTo(services, kind, linked.links);
  const written = decideCaseAsk(
    services,
    {
      dossier,
      by,
      key,
      fingerprint,
      ...(claimedOn ? { claimedOn } : {}),
      takes: { series, no: coming },
      apart: filled.apart,
      ask: {
        ...opening,
        type: 'OpenCase',
        kind: id,
        number: numberFor(kind, today(), coming),
        values: filled.values,
        ...linked,
        belongsTo,
      },
    },
    null,
  );
  if ('refused' in written) return written;
  try {
    return await writeWithTold(services, written, by);
  } catch (error) {
    // a pattern that counts nothing gives the same number twice
    if (error instanceof NumberTaken && coming === tried) return { conflict: 'number-taken' };
    // somebody took the number, or this very intent came twice at once: looked at again
    if (error instanceof NumberTaken || error instanceof KeyTaken) return openCase(services, asked, coming);
    throw error;
  }
}
