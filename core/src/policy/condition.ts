import type { Condition, Facts } from './model.ts';

/** `unknown` is not `no`: it names what must still be found out. */
export type Verdict = { readonly holds: 'yes' | 'no' | 'unknown'; readonly missing: readonly string[] };

const YES: Verdict = { holds: 'yes', missing: [] };
const NO: Verdict = { holds: 'no', missing: [] };

/** Whether a condition holds of these facts; an absent condition always does. */
export function evaluate(condition: Condition | undefined, facts: Facts): Verdict {
  if (condition === undefined) return YES;
  if ('fact' in condition) {
    // `facts.constructor` is there in any object, and nobody said it
    const value = Object.hasOwn(facts, condition.fact) ? facts[condition.fact] : undefined;
    if (value === undefined) return { holds: 'unknown', missing: [condition.fact] };
    return condition.oneOf.includes(value) ? YES : NO;
  }
  if ('not' in condition) return negate(evaluate(condition.not, facts));
  return 'all' in condition ? combine(condition.all, facts, 'no') : combine(condition.any, facts, 'yes');
}

function negate(verdict: Verdict): Verdict {
  if (verdict.holds === 'unknown') return verdict;
  return verdict.holds === 'yes' ? NO : YES;
}

/** `all` is settled by the first no, `any` by the first yes; otherwise an unknown keeps it open. */
function combine(parts: readonly Condition[], facts: Facts, settledBy: 'yes' | 'no'): Verdict {
  const verdicts = parts.map((part) => evaluate(part, facts));
  if (verdicts.some((verdict) => verdict.holds === settledBy)) return settledBy === 'yes' ? YES : NO;
  const missing = [...new Set(verdicts.flatMap((verdict) => verdict.missing))];
  if (missing.length > 0) return { holds: 'unknown', missing };
  return settledBy === 'no' ? YES : NO;
}

/** Facts that a condition asks about, with the values it names. */
export function asked(
  condition: Condition | undefined,
): readonly { readonly fact: string; readonly oneOf: readonly string[] }[] {
  if (condition === undefined) return [];
  if ('fact' in condition) return [condition];
  if ('not' in condition) return asked(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap((part) => asked(part));
}
