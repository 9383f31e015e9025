/** Cells of one row that are shown as one. `from`: 0-based column. */
export type Span = { readonly text: string; readonly from: number; readonly columns: number };

/** A row of a sheet as wide as asked, merged cells as one again: the sheet gives their words in every column. */
export function spansOf(cells: readonly string[], wide: number): readonly Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < wide; from += 1) {
    const text = cells[from] ?? '';
    const last = spans[spans.length - 1];
    if (last && text !== '' && last.text === text) spans[spans.length - 1] = { ...last, columns: last.columns + 1 };
    else spans.push({ text, from, columns: 1 });
  }
  return spans;
}
