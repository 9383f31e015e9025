import { isComparable } from '../../alike.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** What is said of how two dossiers of a kind look alike, and cannot be looked at, or helps nobody. */
export const idleMerging: Finder = (survey) =>
  survey.flows.flatMap((flow) => {
    const { merges } = flow.kind;
    return merges === undefined
      ? []
      : [...subjectFaults(flow), ...fieldFaults(flow, merges), ...seatFaults(flow, survey)];
  });

/** A problem has a likeness of its own, and a list is no double of another. */
const subjectFaults = ({ kind, path }: Flow): readonly Found[] =>
  kind.is === 'plain'
    ? []
    : [
        told('unused', [...path, 'merges'], {
          clause: kind.clause,
          about: [kind.id, 'merges'],
          zh: `“${kind.title.zh}”是 ${kind.is}，不按表单的项比较（merges）`,
          en: `"${kind.id}" is a ${kind.is} and is not compared by fields of its sheet (merges)`,
        }),
      ];

function fieldFaults({ kind, path }: Flow, merges: readonly string[]): readonly Found[] {
  const fields = merges.map((word) => kind.sheet.find(({ id }) => id === word));
  const astray = merges.flatMap((word, at) =>
    fields[at] && isComparable(fields[at])
      ? []
      : [
          told('unknown-field', [...path, 'merges', at], {
            clause: kind.clause,
            about: [kind.id, word],
            zh: `“${kind.title.zh}”按“${word}”比较，而表单没有这一项，或者它不能比较：只有 text、place、choice、unit、day 且不是个人信息的项可以`,
            en: `"${kind.id}" is compared by "${word}", and its sheet has no such field, or none that can be compared: only text, place, choice, unit and day, and nothing personal`,
          }),
        ],
  );
  if (astray.length > 0 || fields.some((field) => field?.type === 'text')) return astray;
  return [
    told('unknown-field', [...path, 'merges'], {
      clause: kind.clause,
      about: [kind.id, 'merges'],
      zh: `“${kind.title.zh}”的比较项里没有文字（text）：只凭地点、选项相同，会把不同的事当成一件`,
      en: `"${kind.id}" is compared by no words (text): the same place or choice alone would take different matters for one`,
    }),
  ];
}

/** Pairs that nobody may merge are pointed at for nothing. */
const seatFaults = ({ kind, path }: Flow, { pack: { policy } }: Survey): readonly Found[] =>
  (kind.acts['merge'] ?? policy.acts['merge'])
    ? []
    : [
        told('dead-end', [...path, 'merges'], {
          clause: kind.clause,
          about: [kind.id, 'merge'],
          zh: `“${kind.title.zh}”写明了怎样比较（merges），却没有写明谁可以合并（acts: merge）`,
          en: `"${kind.id}" says how two of them look alike (merges) and gives the act "merge" to nobody`,
        }),
      ];
