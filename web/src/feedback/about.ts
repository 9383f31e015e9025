/** Pages as people call them, by what their address begins with; the longer one first. */
const PAGES = [
  [/^\/problems\/[^/?]+\/evidence/, 'evidence'],
  [/^\/problems\/[^/?]+/, 'dossier'],
  [/^\/problems/, 'problems'],
  [/^\/editions\/[^/?]+/, 'edition'],
  [/^\/editions/, 'editions'],
  [/^\/imports\/[^/?]+/, 'import'],
  [/^\/imports/, 'imports'],
  [/^\/rules/, 'rules'],
  [/^\/calendar/, 'calendar'],
  [/^\/people/, 'people'],
  [/^\/capture/, 'capture'],
  [/^\/me(?![^/?])/, 'me'],
  [/^\/(\?|$)/, 'workbench'],
] as const;

/** Which page an address is of, or null: the page of feedback itself, a stranger's. */
export function pageOf(address: string): (typeof PAGES)[number][1] | null {
  return PAGES.find(([begins]) => begins.test(address))?.[1] ?? null;
}

/** What the server keeps of an address. */
const LONGEST = 200;

/** The address that is kept: whole, or without what was asked on that page when it is too long. */
export function keptAddress(address: string): string {
  if (address.length <= LONGEST) return address;
  return (address.split('?')[0] ?? '').slice(0, LONGEST);
}
