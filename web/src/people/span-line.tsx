import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import { covers, type Holding } from './seats.ts';
import type { Book } from './use-book.ts';
import { later } from '../windows/later.tsx';

const LeaveWindow = later(() => import('./leave-window.tsx'), 'LeaveWindow');

type Span = { readonly held: Holding; readonly book: Book; readonly children: ReactNode };

/** One time in one post: who or what, from when until when; the administrator ends it here. */
export function SpanLine({ held, book, children }: Span) {
  const { t, i18n } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const { person, posting } = held;
  const now = person.active && covers(posting, book.today);
  const coming = posting.from > book.today;
  const days = { from: longDay(posting.from, i18n.language), until: longDay(posting.until, i18n.language) };
  const words = posting.until ? 'people.span' : coming ? 'people.willCome' : 'people.since';
  return (
    <li className={now ? 'now' : 'quiet'}>
      <span className="who">{children}</span>
      <span className="small days">{t(words, days)}</span>
      {!person.active && <span className="small">{t('people.state.off')}</span>}
      {book.keeper && (posting.until === null || posting.until > book.today) && (
        <Button size="small" type="link" onClick={() => setLeaving(true)}>
          {t('people.leave')}
        </Button>
      )}
      {leaving && <LeaveWindow book={book} held={held} close={() => setLeaving(false)} />}
    </li>
  );
}
