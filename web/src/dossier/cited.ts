import type { Dossier } from './dossier.ts';

export type Citing = Pick<Dossier, 'runs' | 'clocks' | 'copies'>;
type Title = Dossier['clocks'][number]['title'];
/** A clause and what of this dossier rests on it. */
export type Cited = { readonly clause: string; readonly for: readonly Title[] };

/** Every clause that this dossier has stood on so far, in the order in which it came to them. */
export function citedBy({ runs, clocks, copies }: Citing): Cited[] {
  const uses: (readonly [string, Title])[] = [
    ...runs.flatMap((run) => run.steps.map((step) => [step.clause, step.title] as const)),
    ...clocks.map((clock) => [clock.clause, clock.title] as const),
    ...copies.map((copy) => [copy.clause, { zh: `抄送${copy.unitName}`, en: `Copy to ${copy.unitName}` }] as const),
  ];
  return [...new Set(uses.map(([clause]) => clause))].map((clause) => {
    const own = uses.filter(([cited]) => cited === clause).map(([, title]) => title);
    return { clause, for: own.filter((title, index) => own.findIndex((other) => other.zh === title.zh) === index) };
  });
}
