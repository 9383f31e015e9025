/** A sentence for people in both languages of the program. */
export type Said = { readonly zh: string; readonly en: string };
