import type { ImportView } from './use-import.ts';
import { spansOf } from './spans.ts';

/** The top of the sheet down to its head, as it stands there; the rows taken for the head are marked. */
export function RawHead({ raw, head }: Pick<ImportView, 'raw' | 'head'>) {
  const wide = Math.max(
    0,
    ...raw.map((cells) => cells.reduce((last, cell, at) => (cell.trim() === '' ? last : at + 1), 0)),
  );
  if (wide === 0) return null;
  return (
    <div className="scroll">
      <table className="raw-head">
        <tbody>
          {raw.map((cells, index) => (
            // rows of a sheet have no name but their place
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index} className={head && index + 1 >= head.first && index + 1 <= head.last ? 'head' : ''}>
              <th scope="row">{index + 1}</th>
              {spansOf(cells, wide).map(({ text, from, columns }) => (
                <td key={from} colSpan={columns}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
