import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { usePlan } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { useUnits } from '../units/short-names.ts';
import { postsOffered, wordsAsked, type Roster, type Word } from './settle.ts';
import type { Desk } from './use-roster.ts';

type Shown = { readonly desk: Desk; readonly roster: Roster };

/** Words of the list that are not clear, each asked once for all of its rows. */
export function Asked({ desk, roster }: Shown) {
  const { units, posts } = wordsAsked(roster.entries);
  return (
    <>
      {units.length > 0 && <Units desk={desk} words={units} />}
      {posts.length > 0 && <Posts desk={desk} words={posts} />}
    </>
  );
}

type Asking = { readonly desk: Desk; readonly words: readonly Word[] };

function Units({ desk, words }: Asking) {
  const { t } = useTranslation();
  const units = useUnits().filter(({ external }) => !external);
  const { answers, say } = desk;
  return (
    <section className="sheet asked">
      <b>{t('roster.unitsAsked')}</b>
      {words.map((word) => (
        <div key={word.key} className="word">
          <Said word={word} blank="roster.blankUnit" />
          <Select
            showSearch={{ optionFilterProp: 'names' }}
            allowClear
            aria-label={word.written || word.key}
            placeholder={t('people.chooseUnit')}
            value={answers.units[word.key] ?? null}
            onChange={(unit: string | null) => say({ ...answers, units: { ...answers.units, [word.key]: unit ?? '' } })}
            options={likelyFirst(units, word.likely, ({ id }) => id).map((unit) => ({
              value: unit.id,
              label: unit.name,
              names: [unit.name, ...unit.shortNames].join(' '),
            }))}
          />
          {word.outside && <span className="quiet small">{t('roster.outside')}</span>}
        </div>
      ))}
    </section>
  );
}

function Posts({ desk, words }: Asking) {
  const { t } = useTranslation();
  const text = useText();
  const posts = usePlan()?.posts ?? [];
  const { answers, say } = desk;
  const offered = postsOffered(words);
  const label = (id: string): string => text(posts.find((post) => post.id === id)?.label);
  return (
    <section className="sheet asked">
      <div className="row">
        <b>{t('roster.postsAsked')}</b>
        {Object.keys(offered).length > 0 && (
          <Button size="small" onClick={() => say({ ...answers, posts: { ...offered, ...answers.posts } })}>
            {t('roster.takeOffered')}
          </Button>
        )}
      </div>
      {words.map((word) => (
        <div key={word.key} className="word">
          <Said word={word} blank="roster.blankPost" />
          <Select
            mode="multiple"
            aria-label={word.written || word.key}
            placeholder={word.likely[0] ? t('roster.offered', { post: label(word.likely[0]) }) : t('people.choosePost')}
            value={[...(answers.posts[word.key] ?? [])]}
            onChange={(held) => say({ ...answers, posts: { ...answers.posts, [word.key]: held } })}
            options={likelyFirst(posts, word.likely, ({ id }) => id).map(({ id }) => ({ value: id, label: label(id) }))}
          />
        </div>
      ))}
    </section>
  );
}

function Said({ word, blank }: { readonly word: Word; readonly blank: string }) {
  const { t } = useTranslation();
  const said = word.written || t(blank, { row: word.key.slice('row:'.length) });
  return (
    <span>
      {said} {word.count > 1 && <span className="quiet small">{t('roster.rowsWith', { count: word.count })}</span>}
    </span>
  );
}

function likelyFirst<T>(all: readonly T[], likely: readonly string[], id: (one: T) => string): readonly T[] {
  const first = likely.flatMap((wanted) => all.filter((one) => id(one) === wanted));
  return [...first, ...all.filter((one) => !first.includes(one))];
}
