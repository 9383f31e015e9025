/**
 * Tab goes on to the next field and chooses nothing. The lists of antd take it for Enter: whoever had chosen one post of
 * several and went on would have given away the first of the list as well, or taken back what was chosen.
 */
export function leaveListsByTab(): void {
  // caught before the list hears of it; the browser's own step to the next field remains
  addEventListener('keydown', (event) => isTabInList(event) && event.stopPropagation(), { capture: true });
}

const isTabInList = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Tab' && target instanceof Element && target.closest('.ant-select') !== null;
