import type { Spot } from './spread.ts';

/** The cell in which the keyboard is, by what stands on the cell itself. */
export function spotOf(target: EventTarget): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
}

/** Brings the keyboard into a cell, if there is one to write in. */
export function focusOn(table: HTMLElement | null, { row, column }: Spot): void {
  const cell = table?.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  cell?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
}

/** Where a key leads from a cell: Enter and the arrows go up and down, as in a spreadsheet; null: the key is the cell's own. */
export function ledTo(
  { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent }: KeyPressed,
  { row, column }: Spot,
  own: { readonly arrows: boolean },
): Spot | null {
  // while a word is being composed, Enter and the arrows choose its characters
  if (altKey || ctrlKey || metaKey || nativeEvent.isComposing) return null;
  if (key === 'Enter') return { row: shiftKey ? row - 1 : row + 1, column };
  if (own.arrows || shiftKey) return null;
  if (key === 'ArrowDown') return { row: row + 1, column };
  return key === 'ArrowUp' ? { row: row - 1, column } : null;
}

type KeyPressed = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly nativeEvent: { readonly isComposing: boolean };
};
