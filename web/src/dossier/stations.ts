type Days = Readonly<Record<string, { readonly day: string }>>;
/** What says where a dossier is. */
export type Placed = {
  readonly row: { readonly stage: string; readonly closedOn: string | null };
  readonly kind: { readonly stages: readonly { readonly id: string; readonly from: readonly string[] }[] };
  readonly milestones: Days;
};

export type Station = { readonly id: string; readonly state: 'done' | 'open' | 'ahead'; readonly on: string | null };

/**
 * The stages of the plan with how far the dossier is. What it passed by without stopping is not ticked. Stages behind the one that
 * closing brings are other ends, as being taken back is: they show when it is there, and then what it never came to does not.
 * The last station of a closed dossier is behind it like the others.
 */
export function stationsOf({ row, kind: { stages }, milestones }: Placed): readonly Station[] {
  const at = stages.findIndex(({ id }) => id === row.stage);
  const closing = stages.findIndex(({ from }) => from.includes('closed'));
  const isOtherEnd = (index: number): boolean =>
    (closing >= 0 && index > closing) || stages[index]!.from.every((milestone) => milestone === 'withdrawn');
  const endedOtherwise = row.closedOn !== null && isOtherEnd(at);
  return stages.flatMap(({ id, from }, index): readonly Station[] => {
    const on = lastDay(from, milestones);
    if (index !== at && (isOtherEnd(index) || (endedOtherwise && (on === null || index >= closing)))) return [];
    if (index === at) return [{ id, on, state: row.closedOn !== null ? 'done' : 'open' }];
    return [{ id, on: index < at ? on : null, state: index < at && on !== null ? 'done' : 'ahead' }];
  });
}

/** The day on which a stage was last reached. */
function lastDay(from: readonly string[], milestones: Days): string | null {
  const days = from.flatMap((milestone) => milestones[milestone]?.day ?? []).sort();
  return days[days.length - 1] ?? null;
}
