import type { Finding, Link } from '@bihuan/core/ledger';
import { sm3 } from '../../sm3.ts';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import { bodyOf } from '../../store/dossiers/events.ts';
import { filesNow, peopleNow, wordsAstray } from '../../store/dossiers/beside-rows.ts';

/** What the events of one dossier say of people, their passwords and files, which stand in tables that are no lists of it. */
export type Said = {
  /** Everybody who acted. */
  readonly actors: ReadonlySet<string>;
  /** Digest of what is kept of this person's password; null where the log does not know it. */
  readonly secret: { readonly person: string; readonly digest: string | null } | null;
  /** What a file was called and is, as it was filed. */
  readonly files: readonly FiledAs[];
};

type FiledAs = { readonly file: string; readonly name: string; readonly mediaType: string; readonly size: number };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Gathers what these events of a dossier say. */
export function saidBeside(kind: string, dossier: string, links: readonly Link[]): Said {
  const bodies = links.map((link) => bodyOf<Readonly<Record<string, unknown>>>(link.body));
  const actors = bodies.flatMap(({ by }) => {
    const id = (by as { readonly id?: unknown } | null | undefined)?.id; // read only where it is a text
    return typeof id === 'string' && UUID.test(id) ? [id] : [];
  });
  const set =
    kind === 'person' ? bodies.findLast(({ type }) => type === 'PersonAdded' || type === 'PasswordSet') : undefined;
  const secret = set && { person: dossier, digest: typeof set['secret'] === 'string' ? set['secret'] : null };
  return { actors: new Set(actors), secret: secret ?? null, files: bodies.flatMap(filedAs) };
}

function filedAs(value: unknown): FiledAs[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, file, name, mediaType, size, digest } = value as Readonly<Record<string, unknown>>; // any object may be asked
  const named = typeof file === 'string' ? file : id;
  const own =
    typeof digest === 'string' &&
    typeof named === 'string' &&
    typeof name === 'string' &&
    typeof mediaType === 'string' &&
    typeof size === 'number'
      ? [{ file: named, name, mediaType, size }]
      : [];
  return [...own, ...Object.values(value).flatMap(filedAs)];
}

/**
 * Compares what the record says with the tables beside it: whoever acted has a dossier, whoever may sign in has one, passwords are
 * those that were set, and files are called and are what they were when somebody filed them.
 */
export async function verifyBeside(db: Executor, region: string, said: readonly Said[]): Promise<Finding[]> {
  const found = (dossier: string, detail: string): Finding => ({
    kind: 'row-differs',
    region,
    dossier,
    version: 0,
    detail,
  });
  const people = await peopleNow(db, region);
  const actors = new Set(said.flatMap((one) => [...one.actors]));
  const files = new Map(said.flatMap((one) => one.files).map((one) => [one.file, one]));
  const present = new Map((await filesNow(db, region, [...files.keys()])).map((row) => [row.id, row]));
  return [
    ...[...actors]
      .filter((id) => !people.known.has(id))
      .map((id) => found(id, `person ${id} acted and has no dossier any more`)),
    ...people.strangers.map((id) => found(id, `sign-in ${id} belongs to nobody whom the record knows`)),
    ...said.flatMap(({ secret }) => {
      if (secret === null || secret.digest === null) return [];
      const kept = people.passwords.get(secret.person);
      return kept !== undefined && sm3(kept) === secret.digest
        ? []
        : [found(secret.person, `password of ${secret.person} is not the one that was set`)];
    }),
    ...[...files.values()].flatMap(({ file, name, mediaType, size }) => {
      const row = present.get(file);
      if (row?.name === name && row.media_type === mediaType && row.size === size) return [];
      return [found('', `file ${file} is not called or is not what was filed`)];
    }),
  ];
}

/** Compares what a search reads of these dossiers with the words of their rows, which are themselves compared with the events. */
export async function verifyWords(
  db: Executor,
  region: string,
  of: readonly { readonly id: string; readonly version: number }[],
): Promise<Finding[]> {
  const versions = new Map(of.map(({ id, version }) => [id, version]));
  return (await wordsAstray(db, region, [...versions.keys()])).map(({ table, dossier }) => ({
    kind: 'row-differs',
    region,
    dossier,
    version: versions.get(dossier)!,
    detail: `${table} of ${dossier} are not the words of its row`,
  }));
}
