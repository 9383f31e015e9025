/** Wording for the screen: Chinese always, English where the pack gives it. */
export type Text = { readonly zh: string; readonly en?: string };

/** The plan's own number, `二(三).2`: chapter, section, duty; or a law's article, `民法典201`. */
export type ClauseId = string;

/** A unit's office in the plan, `club.office`, or a part it plays in one dossier, `case.crew`. */
export type RoleId = string;

/** A post inside a unit: `main-leader`, `leader-in-charge`, `section-head`, `liaison`, `handler`. */
export type PostId = string;

/** One duty of the plan, or an article of a law it leans on, said in our own words. */
export type Clause = { readonly id: ClauseId; readonly text: Text; readonly law?: string };

/** What is known of one problem: fact id to value id. An absent fact is unknown, which is not `no`. */
export type Facts = Readonly<Record<string, string>>;

/** A value a fact may have, `province` of `origin`. Rules match on the id, people read the label. */
export type FactValue = { readonly id: string; readonly label: Text };

/** A fact a rule may match on. Rules over the pack's facts are checked by trying every combination of values. */
export type Fact = {
  readonly id: string;
  readonly label: Text;
  readonly values: readonly FactValue[];
  /** Further values may be added by the county (the plan says 等); no rule may match on this fact. */
  readonly open: boolean;
};

/** When a route applies. Answered yes, no or unknown over the facts of one problem: see `evaluate` in `condition.ts`. */
export type Condition =
  | { readonly fact: string; readonly oneOf: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
