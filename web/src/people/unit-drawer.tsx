import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import type { Seat as SeatAt } from './asks.ts';
import { HoldWindow } from './hold-window.tsx';
import { Seat } from './seat.tsx';
import { SpanLine } from './span-line.tsx';
import { holdersOn, type Unit } from './seats.ts';
import { holdingsIn, useAsked, type Book } from './use-book.ts';

type Beside = { readonly book: Book; readonly id: string | undefined; readonly close: () => void };

/** One unit beside the list: its names, what it may be in the plan, and who held each post from when until when. */
export function UnitDrawer({ book, id, close }: Beside) {
  const { t } = useTranslation();
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
        !unit.external && (
          <Link to={paths.register} search={{ holder: unit.id }}>
            {t('people.problems')}
          </Link>
        )
      }
    >
      {unit && (
        <>
          <UnitFacts unit={unit} book={book} />
          {unit.external ? <p className="quiet">{t('people.outsideNote')}</p> : <Posts unit={unit} book={book} />}
        </>
      )}
    </Drawer>
  );
}

function UnitFacts({ unit, book }: { readonly unit: Unit; readonly book: Book }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { plan } = useLabels();
  const day = (date: string | null): string => longDay(date, i18n.language) || t('people.untold');
  const former = unit.names.filter((one) => one.until !== null && one.until <= book.today);
  const english = unit.names.find((one) => one.until === null)?.name.en;
  const may = plan?.caseRoles.filter((role) => role.units.includes(unit.id)).map((role) => text(role.label)) ?? [];
  const facts = [
    { of: 'fullName', said: english && i18n.language === 'en' ? `${unit.name} ${english}` : unit.name },
    { of: 'shortNames', said: unit.shortNames.join(t('obstacle.comma')) },
    {
      of: 'formerNames',
      said: former
        .map((one) => t('people.formerSpan', { name: text(one.name), from: day(one.from), until: day(one.until) }))
        .join('\n'),
    },
    {
      of: 'nature',
      said: `${t(`people.level.${unit.level}`)} · ${t(`people.kind.${unit.kind}`, { defaultValue: unit.kind })}`,
    },
    { of: 'within', said: book.units.find((one) => one.id === unit.within)?.name ?? '' },
    { of: 'code', said: unit.code ?? '' },
    { of: 'may', said: may.join(t('obstacle.comma')) },
  ].filter(({ said }) => said !== '');
  return (
    <dl className="facts" style={{ marginBottom: 16 }}>
      {facts.map(({ of, said }) => (
        <div key={of} style={{ display: 'contents' }}>
          <dt>{t(`people.${of}`)}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
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
