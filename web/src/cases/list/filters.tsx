import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import type { Asked } from '../../lists/address.ts';
import { FilterBar, useAsking } from '../../lists/filter-bar.tsx';
import { CaseChips } from './chips.tsx';
import { Filter, type Part } from './filter.tsx';
import { firstFilters, moreFilters } from './filter-words.ts';

type Line = { readonly kind: Kind; readonly asked: Asked; readonly ask: (asked: Asked) => void };

/** The query form of a kind: first what the plan filters its list by, then whatever else it may be narrowed by. */
export function FilterLine({ kind, asked, ask }: Line) {
  const { t } = useTranslation();
  const asking = useAsking(asked, ask);
  const { pick } = asking;
  return (
    <FilterBar
      asking={asking}
      placeholder={t('cases.words')}
      first={
        <>
          <Filters words={firstFilters(kind)} kind={kind} asked={asked} pick={pick} />
          <Mine asked={asked} pick={pick} />
        </>
      }
      more={<Filters words={moreFilters(kind)} kind={kind} asked={asked} pick={pick} />}
      chips={<CaseChips kind={kind} asked={asked} pick={pick} />}
    />
  );
}

const Filters = ({ words, ...part }: Part & { readonly words: readonly string[] }) =>
  words.map((word) => <Filter key={word} filter={word} {...part} />);

function Mine({ asked, pick }: Pick<Part, 'asked' | 'pick'>) {
  const { t } = useTranslation();
  return (
    <Checkbox
      checked={asked['mine'] === 'true'}
      onChange={({ target }) => pick('mine')(target.checked ? 'true' : undefined)}
    >
      {t('cases.mine')}
    </Checkbox>
  );
}
