/** One measured figure with what it is to be, in words for the terminal and the report. */
export type Figure = {
  readonly part: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Null where a figure only explains another. */
  readonly target: { readonly at: 'least' | 'most'; readonly value: number } | null;
};

/** Whether a figure is what it is to be; one without a target always is. */
export const holds = ({ value, target }: Figure): boolean =>
  target === null || (target.at === 'least' ? value >= target.value : value <= target.value);

/** The value below which that share of the samples lies; samples may come in any order. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The middle of the samples. */
export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** A line of the table: sign, figure, target. */
export function lineOf(figure: Figure): string {
  const { what, value, unit, target } = figure;
  const aim = target === null ? '' : `  (${target.at === 'least' ? '≥' : '≤'} ${target.value})`;
  const sign = target === null ? '·' : holds(figure) ? '✓' : '✗';
  const shown = Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
  return `  ${sign} ${what}: ${shown} ${unit}${aim}`;
}
