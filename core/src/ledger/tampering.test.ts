import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chained,
  digestOf,
  GENESIS,
  verifyChain,
  type Crypto,
  type Entry,
  type Finding,
  type Head,
  type Link,
} from './index.ts';

const crypto: Crypto = {
  hash: (bytes) => createHash('sm3').update(bytes).digest(),
  utf8: (text) => new TextEncoder().encode(text),
};

const entry = (dossier: string, version: number, said: string): Entry => ({
  region: '000000',
  dossier,
  version,
  type: 'Said',
  body: crypto.utf8(JSON.stringify({ said })),
  claimedOn: '2030-03-04',
  recordedAt: '2030-03-04T01:02:03.004Z',
  actor: 'clerk',
  command: `c${version}`,
});
const logOf = (dossier: string, words: readonly string[]): Link[] =>
  chained(
    words.map((said, at) => entry(dossier, at + 1, said)),
    GENESIS,
    crypto,
  );
const headOf = (links: readonly Link[]): Head => {
  const last = links.at(-1)!;
  return { region: last.region, dossier: last.dossier, version: last.version, digest: last.digest };
};
const check = (links: readonly Link[], head: Head): readonly Finding['kind'][] =>
  verifyChain(links, head, crypto).map((finding) => finding.kind);

const words = fc.array(fc.string({ maxLength: 12 }), { minLength: 3, maxLength: 12 });
const place = fc.nat();
const tamper = (
  name: string,
  hurt: (links: readonly Link[], at: number, text: string) => readonly Link[],
  ...kinds: readonly Finding['kind'][]
) => [name, hurt, kinds] as const;
const edited = (links: readonly Link[], at: number, change: (link: Link) => Partial<Link>): readonly Link[] =>
  links.map((link, index) => (index === at ? { ...link, ...change(link) } : link));

/** What somebody does who knows the layout and hashes again what he changed, but cannot rewrite what follows. */
const resealed = (link: Link): Link => ({ ...link, digest: digestOf(link, link.previous, crypto) });

test('a log that nobody touched verifies', () => {
  fc.assert(
    fc.property(words, (said) => {
      const links = logOf('d1', said);
      expect(check(links, headOf(links))).toEqual([]);
    }),
  );
});

test.each([
  tamper(
    'its words changed',
    (links, at, text) =>
      edited(links, at, ({ body }) => ({ body: crypto.utf8(`${new TextDecoder().decode(body)}${text}!`) })),
    'changed',
  ),
  tamper('its claimed day changed', (links, at) => edited(links, at, () => ({ claimedOn: '2030-03-01' })), 'changed'),
  tamper(
    'its recorded moment changed',
    (links, at) => edited(links, at, () => ({ recordedAt: '2030-03-04T01:02:03.005Z' })),
    'changed',
  ),
  tamper('its actor changed', (links, at) => edited(links, at, () => ({ actor: 'chief' })), 'changed'),
  tamper('its kind changed', (links, at) => edited(links, at, () => ({ type: 'Unsaid' })), 'changed'),
  tamper('its command changed', (links, at) => edited(links, at, () => ({ command: 'c99' })), 'changed'),
  tamper(
    'words changed and sealed anew',
    (links, at, text) =>
      links.map((link, index) => (index === at ? resealed({ ...link, body: crypto.utf8(`other ${text}`) }) : link)),
    'broken-chain',
  ),
  tamper(
    'a letter moved to its neighbour field',
    (links, at) =>
      edited(links, at, ({ actor, command }) => ({ actor: `${actor}${command[0]}`, command: command.slice(1) })),
    'changed',
  ),
])('an event with %s is found', (_name, hurt, kinds) => {
  fc.assert(
    fc.property(words, place, fc.string(), (said, at, text) => {
      const links = logOf('d1', said);
      const found = check(hurt(links, at % links.length, text), headOf(links));
      expect(
        kinds.some((kind) => found.includes(kind)),
        found.join(),
      ).toBe(true);
    }),
  );
});

test.each([
  tamper('taken out of the middle', (links, at) => links.toSpliced(at % (links.length - 1), 1), 'missing'),
  tamper('cut off the end', (links, at) => links.slice(0, links.length - 1 - (at % (links.length - 1))), 'cut-off'),
  tamper('all of them', () => [], 'cut-off'),
  tamper(
    'put in between',
    (links, at, text) =>
      links.toSpliced(at % links.length, 0, resealed({ ...links[at % links.length]!, body: crypto.utf8(text) })),
    'out-of-order',
    'broken-chain',
  ),
  tamper(
    'written twice',
    (links, at) => links.toSpliced(at % links.length, 0, links[at % links.length]!),
    'out-of-order',
  ),
  tamper(
    'added at the end',
    (links, _at, text) => [...links, ...chained([entry('d1', links.length + 1, text)], links.at(-1)!.digest, crypto)],
    'surplus',
  ),
  tamper('put in another order', (links, at) => swapped(links, at % (links.length - 1)), 'out-of-order', 'missing'),
  tamper(
    'put in another order and renumbered',
    (links, at) => swapped(links, at % (links.length - 1)).map((link, index) => ({ ...link, version: index + 1 })),
    'changed',
  ),
  tamper(
    'taken out, the rest renumbered and sealed anew, head kept',
    (links, at) =>
      chained(
        links.toSpliced(at % links.length, 1).map((link, index) => ({ ...link, version: index + 1 })),
        GENESIS,
        crypto,
      ),
    'cut-off',
  ),
  tamper(
    'exchanged and all sealed anew, head kept',
    (links, at, text) =>
      chained(
        edited(links, at % links.length, () => ({ body: crypto.utf8(`other ${text}`) })),
        GENESIS,
        crypto,
      ),
    'broken-chain',
  ),
])('events %s are found', (_name, hurt, kinds) => {
  fc.assert(
    fc.property(words, place, fc.string(), (said, at, text) => {
      const links = logOf('d1', said);
      const found = check(hurt(links, at, text), headOf(links));
      expect(
        kinds.some((kind) => found.includes(kind)),
        found.join(),
      ).toBe(true);
    }),
  );
});

function swapped(links: readonly Link[], at: number): readonly Link[] {
  return links.map((link, index) => (index === at ? links[at + 1]! : index === at + 1 ? links[at]! : link));
}

test('events moved from one dossier to another are found, also relabelled', () => {
  fc.assert(
    fc.property(words, words, place, (one, two, at) => {
      const [own, strange] = [logOf('d1', one), logOf('d2', two)];
      const shorter = Math.min(own.length, strange.length);
      const moved = own.map((link, index) => (index === at % shorter ? strange[index]! : link));
      expect(check(moved, headOf(own))).toContain('broken-chain');

      const relabelled = moved.map((link) => ({ ...link, dossier: 'd1' }));
      expect(check(relabelled, headOf(own))).toContain('changed');
      // a whole log under another dossier's name
      expect(check(strange, { ...headOf(strange), dossier: 'd1' })).toContain('broken-chain');
    }),
  );
});

test('a finding names the first place where it shows', () => {
  const links = logOf('d1', ['a', 'b', 'c', 'd']);
  expect(verifyChain(links.toSpliced(1, 1), headOf(links), crypto)[0]).toMatchObject({
    kind: 'missing',
    version: 2,
    dossier: 'd1',
    region: '000000',
  });
  expect(verifyChain(links.slice(0, 2), headOf(links), crypto)).toMatchObject([{ kind: 'cut-off', version: 3 }]);
});

test('a log whose recorded times run backwards shows it, though every link is sound; clocks of two machines may differ by seconds', () => {
  const at = (version: number, recordedAt: string): Entry => ({ ...entry('d', version, 'x'), recordedAt });
  const recorded = (...times: readonly string[]): Link[] =>
    chained(
      times.map((time, no) => at(no + 1, `2030-03-04T${time}Z`)),
      GENESIS,
      crypto,
    );
  const backwards = recorded('10:00:00.000', '12:00:00.000', '11:00:00.000');
  const together = recorded('10:00:00.000', '09:59:58.000', '10:00:00.000');

  expect(verifyChain(backwards, headOf(backwards), crypto)).toMatchObject([{ kind: 'time-backwards', version: 3 }]);
  expect(check(together, headOf(together))).toEqual([]);
});
