import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { DayStrip } from '../due/strip.tsx';
import { longDay } from '../i18n/day.ts';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { useAddress } from '../kinds/address.ts';
import { useKinds } from '../kinds/use-kinds.ts';
import { useReadingNo } from './query.ts';
import type { Result } from './use-adopt.ts';
import { weightOf, type ImpactLine } from './use-impact.ts';

type Row = {
  readonly line: ImpactLine;
  readonly chosen: boolean;
  readonly result: Result | null;
  /** Absent: this person brings nothing over. */
  readonly choose?: (dossier: string, yes: boolean) => void;
};

/** One open dossier with what being brought over would mean for it, sentence by sentence. */
export function ImpactRow({ line, chosen, result, choose }: Row) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const address = useAddress();
  const no = useReadingNo();
  const { kinds } = useKinds();
  const { dossier, kind, number, title, policy } = line;
  const of = kinds.find(({ id }) => id === kind);
  return (
    <li>
      {choose ? (
        <Checkbox
          className="no-print"
          checked={chosen}
          disabled={weightOf(line) === 'misfit'}
          aria-label={t('readings.choose', { number })}
          onChange={(event) => choose(dossier, event.target.checked)}
        />
      ) : (
        <span />
      )}
      <div>
        <div className="row">
          {of && <span className="quiet small">{text(of.title)}</span>}
          <Link {...address(kind, dossier)}>
            {of?.is === 'edition' ? t('editions.no', { no: number }) : number} {title}
          </Link>
          <span className="quiet small">{t('readings.keeps', { no: no(policy) ?? '' })}</span>
        </div>
        <Effects line={line} />
        {result?.refused && (
          <p className="misfit small">
            {i18n.language === 'en' ? result.refused.en : result.refused.zh}{' '}
            <Clause id={result.refused.clause} edition={policy} />
          </p>
        )}
      </div>
    </li>
  );
}

function Effects({ line }: { readonly line: ImpactLine }) {
  const { t } = useTranslation();
  const text = useText();
  const { misfits, clocks, reopened, begun, settled, asked, otherwise, needed } = line;
  const weight = weightOf(line);
  const names = (these: readonly { readonly zh: string; readonly en?: string }[]) => listed(these.map(text), t);
  if (weight === 'misfit') return <p className="misfit small">{t('readings.misfit', { what: names(misfits) })}</p>;
  if (weight === 'same') return <p className="quiet small">{t('readings.noChange')}</p>;
  return (
    <ul className="effects small">
      {clocks.map((clock) => (
        <ClockLine key={clock.clock} clock={clock} edition={line.policy} />
      ))}
      {reopened.map((step) => (
        <Reseated key={step.run + step.step} step={step} />
      ))}
      {begun.map(({ run, title }) => (
        <li key={run}>{t('readings.begun', { title: text(title) })}</li>
      ))}
      {settled.map((question) => (
        <li key={question.zh}>{t('readings.settled', { text: text(question) })}</li>
      ))}
      {asked.map((question) => (
        <li key={question.zh}>{t('readings.asked', { text: text(question) })}</li>
      ))}
      {otherwise.map(({ run, title, would }) => (
        <li key={run}>{t('readings.otherwise', { title: text(title), would: text(would) })}</li>
      ))}
      {needed.map(({ what, id, title }) => (
        <li key={what + id}>{t(`readings.needed.${what}`, { title: text(title) })}</li>
      ))}
    </ul>
  );
}

function ClockLine({ clock, edition }: { readonly clock: ImpactLine['clocks'][number]; readonly edition: string }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { title, clause, how, was, due, start, term, days } = clock;
  const day = (on: string | null) => (on === null ? t('readings.clock.still') : longDay(on, i18n.language));
  return (
    <li>
      <b>{text(title)}</b> <Clause id={clause} edition={edition} />{' '}
      {t(`readings.clock.${how}`, { was: day(was), due: day(due) })}
      {term.now && (
        <span className="quiet">
          {' '}
          {term.was && term.was.zh !== term.now.zh
            ? t('readings.counted', { start, was: text(term.was), now: text(term.now) })
            : t('readings.countedNew', { start, now: text(term.now) })}
        </span>
      )}
      {days.length > 0 && (
        <details className="no-print">
          <summary>{t('readings.arithmetic')}</summary>
          <DayStrip days={days} due={due} />
        </details>
      )}
    </li>
  );
}

function Reseated({ step: { title, was, now } }: { readonly step: ImpactLine['reopened'][number] }) {
  const { t } = useTranslation();
  const text = useText();
  const who = (seats: typeof was): string => {
    const said = seats.map(({ unitName, post, part }) => {
      const name = `${unitName ?? ''} ${text(post)}`.trim();
      return part === 'co-sign' ? t('readings.coSign', { who: name }) : name;
    });
    return listed(said, t) || t('readings.nobody');
  };
  return <li>{t('readings.reopened', { title: text(title), was: who(was), now: who(now) })}</li>;
}
