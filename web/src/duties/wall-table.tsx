import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { shortDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { StateOf, type CellState } from './state.tsx';

type Wall = Schema<'DutyWall'>;
type Cell = Wall['rows'][number]['cells'][number];

/** Rows of which at least one cell stands so; all of them where nothing is chosen. */
export const rowsIn = ({ rows }: Wall, states: readonly CellState[]): Wall['rows'] =>
  states.length === 0 ? rows : rows.filter(({ cells }) => cells.some(({ state }) => states.includes(state)));

/** Units down, what they owe across. A draw has no columns: its cells say each what they are about. */
export function WallTable({ wall, states }: { readonly wall: Wall; readonly states: readonly CellState[] }) {
  const { t } = useTranslation();
  const text = useText();
  const rows = rowsIn(wall, states);
  if (rows.length === 0) return <p className="nothing">{t('duties.noRows')}</p>;
  // a duty without an each has room for what else one wants to know
  const alone = wall.whats.length === 1 && wall.whats[0]!.title === null;
  return (
    <div className="wall-scroll">
      <table className="wall">
        <thead>
          <tr>
            <th scope="col">{t('duties.unit')}</th>
            {wall.whats.map(({ id, title }) => (
              <th key={id} scope="col">
                {title ? text(title) : t('duties.whole')}
              </th>
            ))}
            {wall.whats.length === 0 && <th scope="col">{t('duties.whole')}</th>}
            {alone && <th scope="col">{t('duties.filedOn')}</th>}
            {alone && <th scope="col">{t('duties.number')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, unitName, cells }) => (
            <tr key={unit}>
              <th scope="row">{unitName}</th>
              {wall.whats.length === 0 ? (
                <td className="many">
                  {cells.map((cell) => (
                    <Filed key={cell.dossier} cell={cell} quiet={isQuiet(cell, states)} />
                  ))}
                </td>
              ) : (
                cells.map((cell) => (
                  <td key={cell.what}>
                    <Filed cell={cell} quiet={isQuiet(cell, states)} alone={alone} />
                  </td>
                ))
              )}
              {alone && <td>{cells[0]?.filedOn}</td>}
              {alone && <td className="quiet">{cells[0]?.number}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isQuiet = ({ state }: Cell, states: readonly CellState[]): boolean =>
  state === 'not-owed' || (states.length > 0 && !states.includes(state));

/** One return, in words and light, opening to it. */
function Filed({
  cell,
  quiet,
  alone = false,
}: {
  readonly cell: Cell;
  readonly quiet: boolean;
  readonly alone?: boolean;
}) {
  const { t } = useTranslation();
  const { dossier, number, state, nil, filedOn, about, corrections } = cell;
  if (dossier === null)
    return (
      <abbr className="quiet not-owed" title={t('duties.state.not-owed')}>
        —
      </abbr>
    );
  return (
    <span className={quiet ? 'filed dim' : 'filed'}>
      <Link to={paths.case} params={{ id: dossier }} title={number ?? ''}>
        {about && <span className="about">{about} </span>}
        <StateOf state={state} nil={nil} />
      </Link>
      {filedOn && !alone && <span className="tiny quiet"> {shortDay(filedOn)}</span>}
      {corrections.map((each) => (
        <Link key={each.dossier} className="tiny" to={paths.case} params={{ id: each.dossier }} title={each.number}>
          {t('duties.correctedBy')}
        </Link>
      ))}
    </span>
  );
}
