import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoordinator } from '../api/plan.ts';
import { useSession } from '../api/session.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import type { Seat as SeatAt } from './asks.ts';
import { Seat } from './seat.tsx';
import { SpanLine } from './span-line.tsx';
import { holdersOn, type Unit } from './seats.ts';
import { UnitFacts } from './unit-facts.tsx';
import { holdingsIn, useAsked, type Book } from './use-book.ts';
import { later } from '../windows/later.tsx';

const HoldWindow = later(() => import('./hold-window.tsx'), 'HoldWindow');

type Beside = { readonly book: Book; readonly id: string | undefined; readonly close: () => void };

/** One unit beside the list: its names, what it may be in the plan, and who held each post from when until when. */
export function UnitDrawer({ book, id, close }: Beside) {
  const { t } = useTranslation();
  const { menu } = useSession();
  const office = useCoordinator();
  const unit = book.units.find((one) => one.id === id);
  return (
    <Drawer
      open={unit !== undefined}
      onClose={close}
      size={620}
      title={unit?.name}
      destroyOnHidden
      extra={
        unit &&
        !unit.external &&
        menu.includes('problems') && (
          <Link className="small" to={paths.register} search={{ holder: unit.id }}>
            {t('people.problems')}
          </Link>
        )
      }
    >
      {unit && (
        <>
          <UnitFacts unit={unit} book={book} />
          {unit.external ? (
            <p className="quiet">{t('people.outsideNote', { office })}</p>
          ) : (
            <Posts unit={unit} book={book} />
          )}
        </>
      )}
    </Drawer>
  );
}

function Posts({ unit, book }: { readonly unit: Unit; readonly book: Book }) {
  const { t } = useTranslation();
  const text = useText();
  const { ask } = useAsked();
  const [seat, setSeat] = useState<SeatAt | null>(null);
  return (
    <>
      {unit.posts.map(({ post, postName }) => {
        const holdings = holdingsIn(book, unit.id, post);
        return (
          <section key={post} className="post">
            <h3 className="row">
              <span className="grow">{text(postName)}</span>
              {holdersOn(holdings, book.today).length === 0 && <Seat holdings={holdings} today={book.today} />}
              {book.keeper && (
                <Button size="small" onClick={() => setSeat({ unit: unit.id, post })}>
                  {t('people.hold')}
                </Button>
              )}
            </h3>
            <ul className="spans">
              {[...holdings].reverse().map((held) => (
                <SpanLine key={held.posting.id} held={held} book={book}>
                  <button type="button" className="linklike" onClick={() => ask({ unit: '', person: held.person.id })}>
                    {held.person.name}
                  </button>
                </SpanLine>
              ))}
            </ul>
          </section>
        );
      })}
      {seat && <HoldWindow book={book} seat={seat} close={() => setSeat(null)} />}
    </>
  );
}
