import type { Duty, Unit } from '../../model.ts';
import { mayPlay, named, officesOf } from '../seats/offices.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

type Running = Duty & { readonly runs: NonNullable<Duty['runs']> };

const running = ({ pack: { policy } }: Survey): readonly { readonly duty: Running; readonly path: Found['path'] }[] =>
  policy.duties.flatMap((duty, index) =>
    duty.runs ? [{ duty: { ...duty, runs: duty.runs }, path: ['duties', index] }] : [],
  );

/** Duties that nobody owes, and units that owe a return and may not play the part of whoever files it. */
export const nobodyOwes: Finder = (survey) =>
  running(survey).flatMap(({ duty, path }): readonly Found[] => {
    const owing = owingUnits(duty, survey);
    if (owing.length === 0)
      return [
        told('nobody-owes', [...path, 'by'], {
          clause: duty.clause,
          about: [duty.id],
          zh: `“${duty.title.zh}”没有任何单位须办${byCharge(duty) ? '（所列单位都不主管任何领域）' : ''}`,
          en: `no unit owes "${duty.id}"${byCharge(duty) ? ': none of those listed is in charge of a field' : ''}`,
        }),
      ];
    const filing = survey.days.flatMap((day) => mayPlay(survey.pack, duty.runs.filer, day));
    const known = survey.pack.policy.caseRoles.some(({ id }) => id === duty.runs.filer);
    const barred = known ? owing.filter((unit) => !filing.includes(unit)) : [];
    if (barred.length === 0) return [];
    const who = named(barred, survey.on);
    return [
      told('nobody-owes', [...path, 'filer'], {
        clause: duty.clause,
        about: [duty.id, duty.runs.filer, ...barred.map(({ id }) => id)],
        zh: `“${duty.title.zh}”须由${who.zh}报送，而“${duty.runs.filer}”不能由${barred.length > 1 ? '它们' : '它'}担任`,
        en: `${who.en} owes "${duty.id}" and may not play "${duty.runs.filer}"`,
      }),
    ];
  });

/** Whether only units that are in charge of a field owe it. */
const byCharge = ({ runs }: Duty): boolean => runs?.forEach === 'field';

/** Units that owe the duty on some day of the edition. */
export function owingUnits(duty: Duty, { pack, days }: Survey): readonly Unit[] {
  const inCharge = new Set(pack.policy.fields.map((field) => field.inCharge));
  const holdsField = (unit: Unit): boolean => unit.roles.some(({ role }) => inCharge.has(role));
  const units = days.flatMap((day) => duty.by.flatMap((role) => mayPlay(pack, role, day)));
  return [...new Set(units)].filter((unit) => !byCharge(duty) || holdsField(unit));
}

/** The shortest time from one day on which returns are due to the next, in natural days. */
const shortest = { month: 28, 'half-month': 13, quarter: 90, week: 7 } as const;

/** Windows that open again before they have closed: two returns of one duty would be open at once. */
export const windowsOverlap: Finder = (survey) =>
  running(survey).flatMap(({ duty, path }): readonly Found[] => {
    const { every, due, opensBefore } = duty.runs;
    const period =
      every.every === 'yearly' ? betweenDays(every.days) : every.every === 'order' ? null : shortest[every.every];
    if (period === null) return [];
    // seven natural days hold five working days, and a holiday may stand between
    const late = due.on === 'after' ? (due.count === 'working' ? Math.ceil((due.days * 7) / 5) : due.days) : 0;
    const [open, keys] = opensBefore === undefined ? [late, ['due']] : [opensBefore, ['opensBefore']];
    if (open < period) return [];
    return [
      told('window-overlaps', [...path, ...keys], {
        clause: duty.clause,
        about: [duty.id],
        zh: `“${duty.title.zh}”的填报期最长可达${open}天，而两次之间最短只有${period}天：上一次没有截止，下一次又开始了`,
        en: `the window of "${duty.id}" is open for ${open} days, and its periods may be ${period} days apart: the next opens before the last has closed`,
      }),
    ];
  });

/** Reminders that would come before there is anything to file: everybody would be reminded on the day on which it opens. */
export const remindsTooEarly: Finder = (survey) =>
  running(survey).flatMap(({ duty, path }): readonly Found[] => {
    const { every, due, opensBefore, reminds } = duty.runs;
    if (reminds === undefined) return [];
    const after = due.on === 'after' ? due.days : 0;
    // a period is open on all of its days: the last is so many days behind the first
    const days =
      every.every === 'yearly' ? betweenDays(every.days) : every.every === 'order' ? null : shortest[every.every];
    const open = opensBefore ?? (days === null ? null : days - 1 + after);
    if (open === null || reminds <= open) return [];
    return [
      {
        ...told('shape', [...path, 'reminds'], {
          clause: duty.clause,
          about: [duty.id, 'reminds'],
          zh: `“${duty.title.zh}”到期前${reminds}日提醒，而填报期可能只有${open}天：还没有开始就要提醒`,
          en: `"${duty.id}" reminds ${reminds} days before the due day, and its window may be open for ${open} days only`,
        }),
        onlyBy: null,
      },
    ];
  });

/** The shortest stretch of the year between two of these days. */
function betweenDays(days: readonly string[]): number {
  const places = days.map((day) => ordinal(day)).toSorted((a, b) => a - b);
  const gaps = places.map((place, index) => (places[index + 1] ?? (places[0] ?? 0) + 365) - place);
  return Math.min(...gaps);
}

const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

function ordinal(monthDay: string): number {
  const [month = 1, day = 1] = monthDay.slice(2).split('-').map(Number);
  return (before[month - 1] ?? 0) + day;
}

/** Fields whose department may not play a part that falls to it unless somebody else is named. */
export const astrayInCharge: Finder = ({ pack, days }) => {
  const { fields, caseRoles } = pack.policy;
  const parts = caseRoles.filter(({ byDefault }) => byDefault === 'field-department');
  return fields.flatMap((field, index) =>
    parts
      .filter((part) => {
        const offices = officesOf(pack, part.id);
        return (
          part.among.length > 0 &&
          days.some((day) =>
            mayPlay(pack, field.inCharge, day).some(
              (unit) => !offices.some((office) => mayPlay(pack, office, day).includes(unit)),
            ),
          )
        );
      })
      .map((part) =>
        told('in-charge-astray', ['fields', index, 'inCharge'], {
          clause: field.clause,
          about: [field.id, field.inCharge, part.id],
          zh: `“${field.label.zh}”的主管（${field.inCharge}）默认担任“${part.label.zh}”，而这个角色不许它担任`,
          en: `whoever is in charge of "${field.id}" (${field.inCharge}) plays "${part.id}" by default and may not play it`,
        }),
      ),
  );
};
