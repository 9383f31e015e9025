type Option = { readonly label: string; readonly aside: string };

/** People to choose from: where two would read alike, what else is known of each stands behind its label. */
export function toldApart<T extends Option>(options: readonly T[]): T[] {
  const alike = (one: T): boolean => options.some((other) => other !== one && other.label === one.label);
  return options.map((one) =>
    alike(one) && one.aside !== '' ? { ...one, label: `${one.label}（${one.aside}）` } : one,
  );
}

/** Whoever signed by his name, and with what sets him apart where another is called the same. */
export const signerName = ({ name, aside }: { readonly name: string; readonly aside: string | null }): string =>
  aside === null ? name : `${name}（${aside}）`;

/** Whether somebody else among them has the same name: then unit and post stand beside it. */
export const hasNamesake = (
  person: { readonly id: string; readonly name: string },
  people: readonly { readonly id: string; readonly name: string }[],
): boolean => people.some(({ id, name }) => id !== person.id && name === person.name);
