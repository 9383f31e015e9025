/**
 * Cells as WPS and Excel put them on the clipboard: tabs between cells, line ends between rows; a cell with a tab, a line end or a
 * quote in it stands in quotes, its own quotes doubled. A last line end ends the last row and does not begin another.
 */
export function cellsOf(text: string): readonly (readonly string[])[] {
  let row: string[] = [];
  const rows = [row];
  let rest = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  for (;;) {
    const { cell, length } = nextCell(rest);
    row.push(cell);
    const after = rest[length];
    if (after === undefined) return rows;
    if (after === '\n') rows.push((row = []));
    rest = rest.slice(length + 1);
  }
}

const QUOTED = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/;

function nextCell(text: string): { readonly cell: string; readonly length: number } {
  const quoted = QUOTED.exec(text);
  if (quoted) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), length: quoted[0].length };
  const end = text.search(/[\t\n]/);
  const cell = end === -1 ? text : text.slice(0, end);
  return { cell, length: cell.length };
}
