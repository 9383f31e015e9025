import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useText } from '../i18n/text.ts';
import type { CellState } from './state.tsx';
import { rowsIn } from './wall-table.tsx';

/** The wall on paper: the same rows as on screen, with room for seal and signature. */
export function WallPaper({
  wall,
  states,
}: {
  readonly wall: Schema<'DutyWall'>;
  readonly states: readonly CellState[];
}) {
  const { t } = useTranslation();
  const text = useText();
  const { duty, period, today, whats } = wall;
  const columns = whats.length === 0 ? [null] : whats;
  return (
    <article className="paper print-only">
      <h1>{t('duties.paperTitle', { duty: text(duty.title), period: period.id })}</h1>
      <p className="paper-line">
        <span>{t('duties.dueOn', { day: period.due })}</span>
        <span>{t('duties.progress', { filed: period.counts.filed, owed: period.counts.owed })}</span>
        <span>{t('duties.paperOn', { day: today })}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('duties.unit')}</th>
            {columns.map((what) => (
              <th key={what?.id ?? ''}>{what?.title ? text(what.title) : t('duties.whole')}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsIn(wall, states).map(({ unit, unitName, cells }) => (
            <tr key={unit}>
              <td>{unitName}</td>
              {(whats.length === 0 ? [cells] : cells.map((cell) => [cell])).map((together) => (
                <td key={together.map(({ what }) => what).join()}>
                  {together.map(({ what, about, state, nil, filedOn }) => (
                    <div key={what}>
                      {about} {state === 'late' && nil ? t('duties.lateNil') : t(`duties.state.${state}`)} {filedOn}
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-line">
        <span>{t('editions.office')}</span>
        <span>{t('editions.checked')}</span>
        <span>{t('editions.filled')}</span>
        <span>{t('editions.signedOn')}</span>
      </p>
    </article>
  );
}
