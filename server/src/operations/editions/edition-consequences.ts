import type { Edition, EditionAsk, EditionEvent } from '@bihuan/core/edition';
import type { Ask } from '@bihuan/core/problem';

/** What people ask of an edition; problems are named by id and their words are taken from the register. */
export type EditionRequest =
  | { readonly type: 'FormEdition'; readonly title: string; readonly problems: readonly string[] }
  | { readonly type: 'ChangeProblems'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | Exclude<EditionAsk, { type: 'FormEdition' | 'ChangeMembers' }>;

/** What each problem is told in the same transaction: listed, taken off, consented to. */
export function consequencesOf(
  request: EditionRequest,
  before: Edition,
  after: Edition,
  edition: string,
  digestOf: (edition: Edition) => string,
  events: readonly EditionEvent[],
): { problem: string; ask: Ask }[] {
  const { no } = after;
  const list = (ids: readonly string[]) =>
    ids.map((problem) => ({ problem, ask: { type: 'ListInEdition', edition, no } as const }));
  if (request.type === 'FormEdition') return list(request.problems);
  if (request.type === 'ChangeProblems') {
    const off = [...new Set(request.remove)].filter((id) => before.members.some((member) => member.id === id));
    return [
      ...list(request.add),
      ...off.map((problem) => ({
        problem,
        ask: { type: 'TakeOffEdition', edition, no, reason: `第${no}期一张表调整` } as const,
      })),
    ];
  }
  const agreed = events.find((event) => event.type === 'EditionAgreed');
  if (agreed?.type !== 'EditionAgreed') return [];
  const consent = { type: 'ReceiveConsent', edition, no, digest: digestOf(after), document: agreed.document } as const;
  return after.members.map((member) => ({ problem: member.id, ask: consent }));
}
