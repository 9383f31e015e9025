import type { Succession, SuccessionFault, UnitNamed } from '@bihuan/core/publication';
import { parsePlainDate } from '@bihuan/core/time';
import { Misuse } from './command.ts';

const FORM = '--successor OLD=NEW@YYYY-MM-DD:理由/reason';

/** What `--successor` says: who takes over from which unit, from when, and by which paper. @throws Misuse */
export const successorsSaid = (said: readonly string[]): readonly Succession[] => said.map(successorSaid);

function successorSaid(said: string): Succession {
  // a reason may hold any sign; a Chinese keyboard gives the wide colon
  const [, unit, successor, day, reason] = /^\s*([^=@\s]+)=([^=@\s]+)@([^:：\s]+)\s*(?:[:：](.*))?$/su.exec(said) ?? [];
  const from = day === undefined ? null : parsePlainDate(day);
  if (unit === undefined || successor === undefined || from === null)
    throw new Misuse(`看不懂 --successor ${said} / cannot be read`, FORM);
  return { unit, successor, from, reason: reason ?? '' };
}

const WHY: Record<SuccessionFault['why'], string> = {
  twice: '同一单位写了两次 / is named twice',
  unknown: '以前各版单位表中都没有这个单位 / stands in no edition’s list of units',
  'still-there': '这一版保留该单位，或已写明由谁承接 / the edition keeps it, or says itself who takes over',
  'no-unit':
    '承接单位不在这一版单位表内，或当日还没有、已撤销 / the successor is no unit of this edition, or not there on that day',
  itself: '承接单位就是它自己 / is succeeded by itself',
  circle: '承接绕成一圈 / the successors lead back to it',
  'too-early': '承接日期早于这一版的施行日 / the day is before the edition’s first',
  'too-late': '该单位撤销后到承接日之间无人承办 / nobody has its work between its end and that day',
  'reason-missing': '没有写理由 / no reason is given',
  'reason-too-long': '理由超过 500 字 / the reason is longer than 500 signs',
};

/** Each successor that cannot be one, with why, a line each. */
export const astray = (faults: readonly SuccessionFault[]): string =>
  faults.map(({ unit, successor, why }) => `  ${unit} → ${successor}：${WHY[why]}`).join('\n');

/** Units that are dropped, each with its open dossiers, a line each. */
export const dropped = (units: readonly UnitNamed[]): string =>
  units
    .flatMap(({ unit, dossiers, all }) => [
      ...dossiers.map(({ number, title }) => `  ${unit} ${number} ${title}`),
      ...(all > dossiers.length ? [`  ${unit} … 共 ${all} 件 / ${all} in all`] : []),
    ])
    .join('\n');

/** What to write so that the edition is published all the same: NEW and the reason are for whoever publishes to say. */
export const withSuccessors = (units: readonly UnitNamed[], from: string): string =>
  units.map(({ unit }) => `--successor '${unit}=NEW@${from}:理由/reason'`).join(' ');
