import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import type { Schema } from '../api/client.ts';
import { useText } from '../i18n/text.ts';
import type { Edition } from '../policy/edition.ts';

type Difference = Schema<'Difference'>;

/** 对照: what one reading says otherwise than the one before, by what it is about; what was said stands beside what is. */
export function Differences({ edition: { differences, policy } }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  if (differences.length === 0) return <p className="nothing">{t('readings.same')}</p>;
  const subjects = [...new Set(differences.map(({ what }) => what))];
  return subjects.map((subject) => {
    const here = differences.filter(({ what }) => what === subject);
    return (
      <details key={subject} className="differing" open={differences.length <= 40 || here.length <= 8}>
        <summary>
          <b>{t(`readings.what.${subject}`, { defaultValue: subject })}</b>{' '}
          <span className="quiet small">{here.length}</span>
        </summary>
        <ul className="plain">
          {here.map((difference) => (
            <DifferenceLine key={difference.how + difference.id} difference={difference} edition={policy.edition} />
          ))}
        </ul>
      </details>
    );
  });
}

function DifferenceLine({ difference, edition }: { readonly difference: Difference; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const { how, title, within, clause, said } = difference;
  return (
    <li>
      <div className="row">
        <span className={`how ${how}`}>{t(`readings.how.${how}`)}</span>
        <b>{text(title)}</b>
        {within && <span className="quiet small">{text(within)}</span>}
        <Clause id={clause} edition={edition} />
      </div>
      {said.map(({ side, was, now }) => (
        <div key={side} className="saying small">
          <span className="quiet">{t(`readings.side.${side}`, { defaultValue: side })}</span>
          <div>
            {was && <del>{text(was)}</del>}
            {now && <ins>{text(now)}</ins>}
            {side === 'detail' && <span className="quiet">{t('readings.unsaid')}</span>}
          </div>
        </div>
      ))}
    </li>
  );
}
