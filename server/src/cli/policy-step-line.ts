import { joinedSeats, spoken, type CopyExplained, type StepExplained, type Text } from '@bihuan/core/policy';
import type { Language } from '@bihuan/core/time';

/** One step in one line: what, who, by when, what it needs, whom it tells, on which clause. */
export function stepLine(step: StepExplained, language: Language): string {
  const say = (text: Text) => spoken(text, language);
  const between = language === 'zh' ? '，' : ', ';
  return [
    say(step.title),
    joinedSeats(step.seats, step.together).map(say).join(between),
    limitsOf(step, language),
    ...needsOf(step, language),
    ...handed(step.copies, language),
    ...step.also.map(say),
    step.ruling === null ? step.clause : `${step.clause} ${step.ruling}`, // who put the step here, where the plan did not
  ]
    .filter((part) => part !== '')
    .join('  ');
}

function limitsOf({ limits, silent }: StepExplained, language: Language): string {
  const zh = language === 'zh';
  const said = limits.map((limit) =>
    [limit.words, limit.extension, ...(limit.pause ? [limit.pause] : [])]
      .map((text) => spoken(text, language))
      .join(zh ? '，' : ', '),
  );
  if (said.length > 0) return said.join('; ');
  return silent ? (zh ? '方案未设时限' : 'the plan sets no limit') : '';
}

function needsOf({ evidence }: StepExplained, language: Language): readonly string[] {
  const zh = language === 'zh';
  const names = evidence.map(({ label, when }) => spoken(label, language) + only(when, language));
  return names.length === 0 ? [] : [`${zh ? '须有' : 'needs '}${names.join(zh ? '、' : ', ')}`];
}

/** To whom the paper is addressed (主送), and who gets it for the record (抄送). */
function handed(copies: readonly CopyExplained[], language: Language): readonly string[] {
  const zh = language === 'zh';
  const named = (addressed: boolean, title: string): readonly string[] => {
    const whom = copies
      .filter((copy) => copy.addressed === addressed)
      .map(({ who, when }) => spoken(who, language) + only(when, language));
    return whom.length === 0 ? [] : [`${title}${whom.join(zh ? '、' : ', ')}`];
  };
  return [...named(true, zh ? '主送' : 'addressed to '), ...named(false, zh ? '抄送' : 'copies to ')];
}

function only(when: Text | null, language: Language): string {
  if (when === null) return '';
  return language === 'zh' ? `（${when.zh}时）` : ` (where ${spoken(when, language)})`;
}
