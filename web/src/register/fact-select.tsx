import { Select } from '../choice/select.tsx';
import { usePlan } from '../api/plan.ts';
import { useText, type Text } from '../i18n/text.ts';
import type { Pick } from '../lists/filter-bar.tsx';
import { askedOf, askingFact, type Filters } from './query.ts';

export type Part = { readonly filters: Filters; readonly pick: Pick<keyof Filters> };

/** One of the plan's values of each fact that its rules ask for: where a problem comes from, how grave it is. */
export function FactSelects({ filters, pick, first }: Part & { readonly first: boolean }) {
  const text = useText();
  const facts = usePlan()?.facts.filter(({ id }) => id !== 'field') ?? [];
  return facts
    .slice(first ? 0 : 1, first ? 1 : undefined)
    .map(({ id, label, values }) => (
      <Select
        key={id}
        allowClear
        style={{ width: 130 }}
        placeholder={text(label)}
        aria-label={text(label)}
        value={askedOf(id, filters)}
        onChange={(value: string | undefined) => pick('fact')(askingFact(id, value, filters))}
        options={wordOptions(values, text)}
      />
    ));
}

/** Words of the plan as choices. */
export function wordOptions(words: readonly { id: string; label: Text }[] | undefined, text: (text: Text) => string) {
  return (words ?? []).map((word) => ({ value: word.id, label: text(word.label) }));
}
