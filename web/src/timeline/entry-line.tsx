import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useLabels } from '../api/plan.ts';
import { shortDay } from '../i18n/day.ts';
import { PaperLink } from './paper-link.tsx';
import { signerName } from '../people/told-apart.ts';
import { DossierLink } from '../dossier/dossier-link.tsx';
import { tellerOf, type Entry, type Names } from './entry.ts';
import { storyOf, wordsOf } from './story.ts';

type Line = {
  readonly entry: Entry;
  /** It was taken back. */
  readonly gone: boolean;
  readonly names: Names;
  readonly edition: string;
  readonly year: string | null;
};

/** One entry: when, what, who, by which clause and paper. The day it was entered shows when it is another. */
export function EntryLine({ entry, gone, names, edition, year }: Line) {
  const { t } = useTranslation();
  const story = storyOf(entry, names);
  const words = wordsOf(entry);
  const teller = tellerOf(entry);
  return (
    <>
      {year && (
        <li className="year">
          <span className="day">{year}</span>
        </li>
      )}
      <li className={story.tone} title={t('timeline.digest', { digest: entry.digest.slice(0, 16) })}>
        <time className="day" dateTime={entry.claimedOn ?? entry.on}>
          {shortDay(entry.claimedOn ?? entry.on)}
        </time>
        <div>
          <span className={gone ? 'gone' : undefined} style={story.tone === 'note' ? undefined : { fontWeight: 500 }}>
            {t(`timeline.${story.key}`, story.fill)}
          </span>{' '}
          {teller && <DossierLink link={teller} />} {gone && <span className="quiet">{t('timeline.withdrawn')} </span>}
          <Clause id={entry.clause} edition={edition} />
          {story.tone !== 'note' && <Who entry={entry} names={names} edition={edition} />}
          {words && <p className="said">{words}</p>}
        </div>
      </li>
    </>
  );
}

/** The post that the calendar signs with when it does something by itself. */
const CLOCKWORK = 'calendar';

function Who({ entry, names, edition }: Omit<Line, 'year' | 'gone'>) {
  const { t } = useTranslation();
  const { post } = useLabels(edition);
  const { by, document, recorded, claimedOn, on, detail } = entry;
  const paper = recorded?.document ?? document;
  const because = typeof detail['becauseOf'] === 'string' ? detail['becauseOf'] : null;
  const notes = [
    by.post === CLOCKWORK
      ? t('timeline.machine')
      : t('timeline.person', { unit: names.unit(by.unitName), post: post(by.post), name: signerName(by) }),
    ...(recorded ? [t('timeline.recordedFor', { unit: names.unit(recorded.unitName) })] : []),
    ...(because ? [t('timeline.becauseOf', { clause: because })] : []),
    ...(claimedOn && claimedOn !== on ? [t('timeline.recordedOn', { day: on })] : []),
  ];
  return (
    <div className="quiet tiny">
      {notes.join(' · ')}
      {paper && (
        <>
          {' · '}
          <PaperLink paper={paper} />
        </>
      )}
    </div>
  );
}
