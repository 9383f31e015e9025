import { Button, Input } from 'antd';
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { without, type Asked } from './address.ts';

/** Puts one part of the query into the address; several values stand there with commas between them. */
export type Pick<K extends string = string> = (
  part: K,
) => (value: string | readonly string[] | null | undefined) => void;

/** What is asked of a list and how to ask otherwise, with the words that are being typed. */
type Asking<T extends Asked> = {
  readonly words: string;
  readonly type: (words: string) => void;
  /** Asks with what stands in the form. */
  readonly put: (parts?: object) => void;
  readonly pick: Pick<keyof T & string>;
  readonly reset: () => void;
};

/** A list's query as its form changes it: what is asked stands in the address, and begins with the first page. */
export function useAsking<T extends Asked>(asked: T, ask: (asked: T) => void): Asking<T> {
  const [words, type] = useWords(asked['q']);
  const put = (parts: object = {}): void => ask(without({ ...asked, q: words, ...parts }, 'after'));
  return {
    words,
    type,
    put,
    pick: (part) => (value) => put({ [part]: typeof value === 'object' ? value?.join(',') : value }),
    reset: () => {
      type('');
      ask({} as T); // every part is optional
    },
  };
}

type Bar<T extends Asked> = {
  readonly asking: Asking<T>;
  /** What the search looks through. */
  readonly placeholder: string;
  /** What is asked most: one line. */
  readonly first: ReactNode;
  /** What is asked seldom, on request. */
  readonly more: ReactNode;
  /** What narrows the list and stands in no field of the first line: each can be taken away. */
  readonly chips: ReactNode;
};

/** The query form of a list: one line, more on request. */
export function FilterBar<T extends Asked>({ asking, placeholder, first, more, chips }: Bar<T>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { words, type, put, reset } = asking;
  const form = useRef<HTMLFormElement>(null);
  useHeight(form);
  return (
    <form
      ref={form}
      className="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <Input
        allowClear
        name="q"
        value={words}
        onChange={(event) => type(event.target.value)}
        placeholder={placeholder}
        aria-label={placeholder}
        style={{ width: 160 }}
      />
      {first}
      <Button type="primary" htmlType="submit">
        {t('register.query')}
      </Button>
      <Button onClick={reset}>{t('register.reset')}</Button>
      <Button type="link" onClick={() => setOpen(!open)} aria-expanded={open}>
        {t(open ? 'register.fold' : 'register.expand')}
      </Button>
      {open && <div className="filters-more">{more}</div>}
      <div className="filters-chips">{chips}</div>
    </form>
  );
}

/** Tells the page how high the form stands, with whatever was opened or stands chosen in it: the list below takes the rest. */
function useHeight(form: RefObject<HTMLFormElement | null>): void {
  useLayoutEffect(() => {
    const element = form.current;
    const page = element?.parentElement;
    if (!element || !page) return undefined;
    const seen = new ResizeObserver(() => page.style.setProperty('--filters', `${element.offsetHeight}px`));
    seen.observe(element);
    return () => seen.disconnect();
  }, [form]);
}

/** What is being typed; when the address changes, what stands there. */
function useWords(asked = ''): readonly [string, (words: string) => void] {
  const [typed, type] = useState({ words: asked, asked });
  if (typed.asked !== asked) type({ words: asked, asked });
  return [typed.words, (words) => type({ words, asked })];
}
