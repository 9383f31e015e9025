import type { Edition } from '@bihuan/core/edition';
import { dayCharges, linesOf, type Law } from '@bihuan/core/procedure';
import type { RowChanges } from '../../store/dossiers/dossiers.ts';
import { rowChanges } from '../dossiers/rows.ts';

/** Everything lists know of an edition of 一张表 after a command, given what they knew before. */
export function editionRows(
  before: Edition,
  after: Edition,
  at: { readonly region: string; readonly id: string; readonly digest: string; readonly law: Law },
): RowChanges {
  const { region, id, digest, law } = at;
  const { no, title, stage, members, formedOn, consentedOn } = after;
  const row = {
    region,
    id,
    no,
    title,
    stage,
    size: members.length,
    digest,
    formed_on: formedOn,
    consented_on: consentedOn,
  };
  const subject = {
    region,
    dossier: id,
    kind: 'edition',
    number: `第${no}期`,
    subject: title,
    readers: null,
    law,
  } as const;
  const desk = (dossier: Edition) => ({ dossier, lines: linesOf(dossier, law, dayCharges(dossier)) });
  return { edition: row, ...rowChanges(before.stage === 'absent' ? null : desk(before), desk(after), subject) };
}
