import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { usePlan } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import type { Roster } from './settle.ts';
import type { Desk } from './use-roster.ts';

type Shown = { readonly desk: Desk; readonly roster: Roster };

/** Which sheet is read and what each column is taken for; anything else is one choice away. */
export function Columns({ desk, roster }: Shown) {
  const { t, i18n } = useTranslation();
  const meanings = useMeanings();
  return (
    <section className="sheet columns">
      <div className="row">
        <b>{desk.file?.name}</b>
        {roster.sheets.length > 1 && (
          <Select
            size="small"
            aria-label={t('roster.sheet')}
            value={roster.sheet}
            disabled={desk.busy}
            options={roster.sheets.map((value) => ({ value, label: value }))}
            onChange={(sheet) => void desk.again({ sheet })}
          />
        )}
        <span className="grow" />
        <Button size="small" onClick={desk.anew}>
          {t('roster.another')}
        </Button>
      </div>
      {roster.columns.length > 0 && (
        <ul aria-label={t('roster.columns')}>
          {roster.columns.map(({ column, head, means, why }) => (
            <li key={column} title={i18n.language === 'en' ? why.en : why.zh}>
              <span>{head}</span>
              <Select
                size="small"
                aria-label={head}
                className={means === null ? 'left' : ''}
                disabled={desk.busy}
                value={means ?? ''}
                options={meanings}
                popupMatchSelectWidth={false}
                onChange={(value) =>
                  void desk.again({ sheet: roster.sheet, columns: { ...desk.columns, [column]: value } })
                }
              />
              {means === null && <span className="quiet small">{i18n.language === 'en' ? why.en : why.zh}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useMeanings() {
  const { t } = useTranslation();
  const text = useText();
  const posts = usePlan()?.posts ?? [];
  const own: { value: string; label: string }[] = (['unit', 'post', 'name', 'phone', 'username'] as const).map(
    (value) => ({
      value,
      label: t(`roster.means.${value}`),
    }),
  );
  return [
    ...own,
    ...posts.map(({ id, label }) => ({
      value: `post:${id}`,
      label: t('roster.means.held', { post: text(label) }),
    })),
    { value: '', label: t('roster.means.none') },
  ];
}
