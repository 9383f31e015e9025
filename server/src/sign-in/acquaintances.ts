const MOST = 5_000;

/** Names that have been in, each with the address it came from. In memory only: after a restart everybody is new once. */
export type Acquaintances = {
  readonly has: (address: string, name: string) => boolean;
  readonly add: (address: string, name: string) => void;
};

/** A book of the newest few thousand. */
export function openAcquaintances(most = MOST): Acquaintances {
  const known = new Set<string>();
  const line = (address: string, name: string): string => `${address} ${name}`;
  return {
    has: (address, name) => known.has(line(address, name)),
    add: (address, name) => {
      known.delete(line(address, name));
      known.add(line(address, name)); // the newest last
      const [oldest] = known;
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
