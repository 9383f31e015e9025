/** What a list is asked for, as it stands in the address: all as text, so that the address restores it. */
export type Asked = { readonly [part: string]: string | undefined };

/** The same question without these parts. */
export function without<T extends Asked>(asked: T, ...parts: readonly string[]): T {
  return Object.fromEntries(Object.entries(asked).filter(([part]) => !parts.includes(part))) as T; // every part is optional
}
