type Days = Readonly<Record<string, { readonly day: string }>>;
/** What says where a dossier is. */
export type Placed = {
  readonly row: { readonly stage: string; readonly closedOn: string | null };
  readonly kind: { readonly stages: readonly { readonly id: string; readonly from: readonly string[] }[] };
  readonly milestones: Days;
};

export type Station = { readonly id: string; readonly state: 'done' | 'open' | 'ahead'; readonly on: string | null };

/**
 * The stages of the plan with how far the dossier is. What it passed by without stopping is not ticked; where a dossier only ends
 * when it is taken back, that stage shows when it is there. The last station of a closed dossier is behind it like the others.
 */
export function stationsOf({ row, kind: { stages }, milestones }: Placed): readonly Station[] {
  const at = stages.findIndex(({ id }) => id === row.stage);
  return stages.flatMap(({ id, from }, index): readonly Station[] => {
    const aside = from.every((milestone) => milestone === 'withdrawn');
    if (aside && index !== at) return [];
    const on = lastDay(from, milestones);
    if (index === at) return [{ id, on, state: row.closedOn !== null ? 'done' : 'open' }];
    return [{ id, on: index < at ? on : null, state: index < at && on !== null ? 'done' : 'ahead' }];
  });
}

/** The day on which a stage was last reached. */
function lastDay(from: readonly string[], milestones: Days): string | null {
  const days = from.flatMap((milestone) => milestones[milestone]?.day ?? []).sort();
  return days[days.length - 1] ?? null;
}
