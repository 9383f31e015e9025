import type { Dossier, Question } from '@bihuan/core/procedure';

/** What a dossier's questions are filed under, and who reads them: as its to-dos and copies are. */
type Filed = {
  readonly region: string;
  readonly dossier: string;
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  readonly readers: readonly string[] | null;
};

/** What a dossier's plan left open in it, as rows; a ruling stands under the edition it was made under, wherever its dossier went since. */
export function questionRows(from: Dossier | null, at: Filed): { readonly id: string }[] {
  return (from?.questions ?? []).map((question) => rowOf(question, from!.policy, at));
}

function rowOf(question: Question, policy: string, { region, dossier, kind, number, subject, readers }: Filed) {
  const { id, key, about, text, clauses, choices, askedOn, ruling } = question;
  return {
    region,
    dossier,
    id,
    kind,
    number,
    subject,
    policy: ruling?.under ?? policy,
    key,
    about,
    said: { text, clauses, choices },
    asked_on: askedOn,
    scope: ruling?.scope ?? null,
    used: ruling?.used ?? false,
    choice: ruling?.choice ?? null,
    ruled_on: ruling?.on ?? null,
    ended_on: ruling?.endedOn ?? null,
    ruling,
    readers,
  };
}
