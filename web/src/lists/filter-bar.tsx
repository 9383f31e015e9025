import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { without, type Asked } from './address.ts';

/** Puts one part of the query into the address; several values stand there with commas between them. */
export type Pick<K extends string = string> = (
  part: K,
) => (value: string | readonly string[] | null | undefined) => void;

type Bar<T extends Asked> = {
  readonly asked: T;
  readonly ask: (asked: T) => void;
  /** What the search looks through. */
  readonly placeholder: string;
  /** What is asked most: one line. */
  readonly first: (pick: Pick<keyof T & string>) => ReactNode;
  /** What is asked seldom, on request; null: there is nothing more. */
  readonly more: ((pick: Pick<keyof T & string>) => ReactNode) | null;
  /** What narrows the list and stands in no field of the first line: each can be taken away. */
  readonly chips: (pick: Pick<keyof T & string>) => ReactNode;
};

/** The query form of a list: one line, more on request. What is asked stands in the address. */
export function FilterBar<T extends Asked>({ asked, ask, placeholder, first, more, chips }: Bar<T>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useWords(asked['q']);
  const put = (parts: object): void => ask(without({ ...asked, q: words, ...parts }, 'after'));
  const pick: Pick<keyof T & string> = (part) => (value) =>
    put({ [part]: typeof value === 'object' ? value?.join(',') : value });
  return (
    <form
      className="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        put({});
      }}
    >
      <Input
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={placeholder}
        aria-label={placeholder}
        style={{ width: 160 }}
      />
      {first(pick)}
      <Button type="primary" htmlType="submit">
        {t('register.query')}
      </Button>
      <Button
        onClick={() => {
          setWords('');
          ask({} as T); // every part is optional
        }}
      >
        {t('register.reset')}
      </Button>
      {more && (
        <Button type="link" onClick={() => setOpen(!open)} aria-expanded={open}>
          {t(open ? 'register.fold' : 'register.expand')}
        </Button>
      )}
      {open && <div className="filters-more">{more?.(pick)}</div>}
      <div className="filters-chips">{chips(pick)}</div>
    </form>
  );
}

/** What is being typed; when the address changes, what stands there. */
function useWords(asked = ''): readonly [string, (words: string) => void] {
  const [typed, type] = useState({ words: asked, asked });
  if (typed.asked !== asked) type({ words: asked, asked });
  return [typed.words, (words) => type({ words, asked })];
}
