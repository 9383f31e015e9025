import { ask, plain } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Meaning } from './meaning.ts';
import { question } from './question.ts';
import type { Answers, Option, Question } from './question.ts';
import type { Said } from './said.ts';
import { toldAs } from './told.ts';
import type { Told, ToldBefore } from './told.ts';
import type { Suggestion, UnitIndex } from './unit-directory.ts';
import type { UnitMention } from './units.ts';

/** What reading names of units needs: the directory, and what people said before. */
export type UnitReading = ToldBefore & { readonly units: UnitIndex; readonly given: Answers };

type Named = Said & { readonly id: Meaning };

/** A unit named in a cell; asked about where the name fits none, several, or stands for a whole group. */
export function settleMention(
  mention: UnitMention,
  named: Named,
  row: number,
  reading: UnitReading,
): Asked<readonly UnitMention[]> {
  const { units: index, given } = reading;
  if (mention.unit !== null) return plain([mention]);
  const asked =
    mention.how === 'group'
      ? groupQuestion(mention, named, row)
      : unitQuestion(mention.text, mention.suggestions, named, row, reading);
  return ask<readonly UnitMention[]>(
    asked,
    given,
    [mention],
    ({ choose, value }) => {
      if (choose === 'leave-out') return [];
      if (choose === 'all') return mention.members.map((unit) => ({ ...mention, unit }));
      const unit = knownUnit(choose === 'other' ? (value ?? '') : choose, index);
      return unit === null ? null : [{ ...mention, unit, how: 'decided' }];
    },
    reading.told?.get(toldAs(null, mention.text)),
  );
}

/** The id where it is a unit of the directory, else null: an answer may carry any text. */
export function knownUnit(id: string, { directory }: UnitIndex): string | null {
  return directory.units.some((unit) => unit.id === id) ? id : null;
}

/** Which unit a name means that is not exactly one of the directory. */
export function unitQuestion(
  text: string,
  suggestions: readonly Suggestion[],
  { id: field, zh, en }: Named,
  row: number,
  { told, units }: Omit<UnitReading, 'given'>,
): Question {
  const before = toldOption(told?.get(toldAs(null, text)), units);
  const likely = before === null ? suggestedOf(suggestions) : { suggested: before.id };
  return question({
    code: 'unit-unknown',
    row,
    field,
    raw: text,
    part: text,
    zh: `${zh}“${text}”对不上单位名录里的唯一单位，是哪个单位？`,
    en: `The ${en.toLowerCase()} “${text}” is not exactly one unit of the directory. Which one is it?`,
    options: [
      ...(before === null ? [] : [before]),
      ...suggestions
        .filter(({ unit }) => unit !== before?.id)
        .map(({ unit, name }) => ({ id: unit, zh: name, en: name })),
      { id: 'other', zh: '另选单位', en: 'Another unit', asks: 'unit' as const },
      { id: 'leave-out', zh: '不导入这个单位', en: 'Leave this unit out' },
    ],
    ...likely,
  });
}

// Where a question is asked anew that was settled before, what somebody said then comes first, with who said it.
function toldOption(told: Told | undefined, { directory }: UnitIndex): Option | null {
  const unit = directory.units.find(({ id }) => id === told?.means);
  if (told === undefined || unit === undefined) return null;
  const { person, on } = told;
  return {
    id: unit.id,
    zh: `${unit.name}（${person}${on}选过）`,
    en: `${unit.name} (chosen by ${person} on ${on})`,
  };
}

// Where the name most alike is of another level, the next one is only there because something has to come second.
function suggestedOf(suggestions: readonly Suggestion[]): { readonly suggested?: string } {
  const [first] = suggestions;
  const [alike] = suggestions.toSorted((a, b) => b.score - a.score);
  return first === undefined || alike?.elsewhere === true ? {} : { suggested: first.unit };
}

function groupQuestion({ text, members }: UnitMention, { id: field }: Named, row: number): Question {
  return question({
    code: 'unit-group',
    row,
    field,
    raw: text,
    part: text,
    zh: `“${text}”是指全部${members.length}个单位吗？`,
    en: `Does “${text}” mean all ${members.length} units?`,
    options: [
      { id: 'all', zh: `是，全部${members.length}个`, en: `Yes, all ${members.length}` },
      { id: 'other', zh: '只是其中一个', en: 'Only one of them', asks: 'unit' },
      { id: 'leave-out', zh: '不导入', en: 'Leave it out' },
    ],
    suggested: 'all',
  });
}
