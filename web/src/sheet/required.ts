import type { Condition, SheetField, SheetValues } from './field.ts';

/** What must be there always, never, or at facts: a field, a part. */
type Demanded = Pick<SheetField, 'required'>;

export type Facts = Readonly<Record<string, string | undefined>>;

/** Yes, no, or not to be said yet: an absent fact is unknown, which is not no. */
type Answer = boolean | null;

/** Whether it has to be there at these facts; where that cannot be said yet, the form does not ask for it, and the server judges. */
export const isRequired = ({ required }: Demanded, facts: Facts): boolean =>
  typeof required === 'boolean' ? required : holds(required.when, facts) === true;

function holds(condition: Condition, facts: Facts): Answer {
  if ('fact' in condition) {
    const value = facts[condition.fact];
    return value === undefined ? null : condition.oneOf.includes(value);
  }
  if ('not' in condition) {
    const inner = holds(condition.not, facts);
    return inner === null ? null : !inner;
  }
  return 'all' in condition ? settledBy(false, condition.all, facts) : settledBy(true, condition.any, facts);
}

/** `all` is settled by the first no, `any` by the first yes; otherwise an unknown keeps it open. */
function settledBy(settles: boolean, parts: readonly Condition[], facts: Facts): Answer {
  const answers = parts.map((part) => holds(part, facts));
  if (answers.includes(settles)) return settles;
  return answers.includes(null) ? null : !settles;
}

/** Facts of a dossier with what the form now says over them: a choice by its value, yes and no as such. */
export function factsWith(facts: Facts, values: SheetValues): Facts {
  const said = Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'boolean'
      ? [[field, value ? 'yes' : 'no'] as const]
      : typeof value === 'string'
        ? [[field, value] as const]
        : [],
  );
  return { ...facts, ...Object.fromEntries(said) };
}

/** Facts that a condition speaks of, each once: what is told as the reason. */
export const factsIn = ({ required }: Demanded): readonly string[] =>
  typeof required === 'boolean' ? [] : [...new Set(named(required.when))];

function named(condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact];
  if ('not' in condition) return named(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(named);
}
