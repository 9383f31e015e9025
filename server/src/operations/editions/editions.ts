import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import {
  decideEdition,
  editionDigest,
  evolveEdition,
  noEdition,
  type Edition,
  type EditionAsk,
  type EditionEvent,
  type Member,
} from '@bihuan/core/edition';
import type { Problem } from '@bihuan/core/problem';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import {
  appendAll,
  comingNumber,
  findDossiers,
  KeyTaken,
  loadDossier,
  NumberTaken,
  RuledAlready,
  StaleVersion,
  takeNumber,
  type Append,
  type Standing,
} from '../../store/dossiers/dossiers.ts';
import { fasterThan } from '../../store/dossiers/events.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { linksOf } from '../dossiers/chain.ts';
import { RULINGS } from '../dossiers/command-dossier.ts';
import { decideProblem } from '../problems/command-problem.ts';
import { consequencesOf, type EditionRequest } from './edition-consequences.ts';
import { editionRows } from './edition-row.ts';
import { fileIds } from '../record/verify-files.ts';

/** The edition as it stands after the act; `happened` are the types of its events, in order. */
export type EditionDone = {
  readonly id: string;
  readonly no: number;
  readonly version: number;
  readonly happened: readonly string[];
};

/** `edition` is null for one that is to be formed; `version` is the one the person saw, 0 for a new one. */
export type EditionAsked = Intent & {
  readonly edition: string | null;
  readonly version: number;
  readonly request: EditionRequest;
  readonly by: Actor;
};

/** One act on an edition and, in the same transaction, what it means for every problem in it. */
export async function commandEdition(services: Services, asked: EditionAsked): Promise<Answer<EditionDone>> {
  const { db, region } = services;
  const id = asked.edition ?? randomUUID();
  const { standing, given } = await loadDossier<Edition>(db, {
    region,
    kind: 'edition',
    dossier: id,
    actor: asked.by.id,
    key: asked.key,
  });
  if (given)
    return given.fingerprint === asked.fingerprint
      ? { done: given.response as EditionDone, replayed: true } // kept below
      : { conflict: 'key-reused' };
  if (asked.edition && !standing)
    return { refused: { code: 'not-allowed', obstacle: { code: 'unknown-dossier' }, clause: null } };
  if (standing && standing.version !== asked.version) return { stale: await fasterThan(db, region, id) };

  const members = await touched(services, asked.request, standing?.state ?? noEdition);
  const no = standing?.state.no ?? (await comingNumber(db, region, SERIES));
  const written = decideAll(services, asked, { id, no, standing, members });
  if ('refused' in written) return written;
  try {
    await db.transaction().execute(async (transaction) => {
      if (!standing) await takeNumber(transaction, region, SERIES, no);
      await appendAll(transaction, written.appends, append);
    });
    if (RULINGS.has(asked.request.type)) await services.renewLaw();
    return { done: written.done, replayed: false };
  } catch (error) {
    if (error instanceof RuledAlready) await services.renewLaw(); // decided again, the ruling is known
    // the same intent came twice at once, or somebody worked on this edition or one of its problems: looked at again
    const again = [KeyTaken, StaleVersion, NumberTaken, RuledAlready].some((kind) => error instanceof kind);
    if (again) return commandEdition(services, asked);
    throw error;
  }
}

/** Editions of 一张表 are counted without a gap: 第1期, 第2期. */
const SERIES = 'edition';

type Problems = ReadonlyMap<string, Standing<Problem>>;

/** The problems this act reads or writes, as they stand. */
async function touched({ db, region }: Services, request: EditionRequest, edition: Edition): Promise<Problems> {
  const ids =
    request.type === 'FormEdition'
      ? request.problems
      : request.type === 'ChangeProblems'
        ? [...request.add, ...request.remove]
        : edition.members.map((member) => member.id);
  return findDossiers<Problem>(db, region, 'problem', [...new Set(ids)]);
}

type Written = { readonly appends: readonly Append[]; readonly done: EditionDone };

type Ground = {
  readonly id: string;
  readonly no: number;
  readonly standing: Standing<Edition> | null;
  readonly members: Problems;
};

function decideAll(
  services: Services,
  asked: EditionAsked,
  { id, no, standing, members: problems }: Ground,
): Written | Extract<Answer<never>, { refused: unknown }> {
  const before = standing?.state ?? noEdition;
  const law = services.law(before.stage === 'absent' ? undefined : before.policy);
  const unknown = problemIds(asked.request).filter((problem) => !problems.has(problem));
  if (unknown.length > 0)
    return { refused: { code: 'bad-input', faults: [{ field: 'problems', code: 'unknown' }], clause: null } };

  const decision = decideEdition(
    { ...askOf(asked.request, no, problems), by: asked.by, ...officeMoment(services) },
    before,
    law,
  );
  if ('refused' in decision) return decision;
  const after = decision.events.reduce<Edition>(
    (edition, event: EditionEvent) => evolveEdition(edition, event),
    before,
  );
  const consequences = consequencesOf(
    asked.request,
    before,
    after,
    id,
    (edition) => editionDigest(edition, law),
    decision.events,
  );
  const appends: Append[] = [];
  for (const { problem, ask } of consequences) {
    const written = decideProblem(services, { dossier: problem, ask, by: asked.by }, problems.get(problem)!);
    if ('refused' in written) return written;
    appends.push(written.append);
  }
  const own = editionAppend(services, asked, { id, standing, before, after, events: decision.events });
  return { appends: [...appends, own.append], done: own.done };
}

type Decided = {
  readonly id: string;
  readonly standing: Standing<Edition> | null;
  readonly before: Edition;
  readonly after: Edition;
  readonly events: readonly EditionEvent[];
};

/** The edition's own events, row and answer, as one append. */
function editionAppend(
  services: Services,
  asked: EditionAsked,
  decided: Decided,
): { append: Append; done: EditionDone } {
  const { region } = services;
  const { id, standing, before, after, events } = decided;
  const recordedAt = services.now();
  const links = linksOf({ region, dossier: id, recordedAt }, standing, events);
  const done = { id, no: after.no, version: links.at(-1)!.version, happened: links.map((link) => link.type) };
  const { key, fingerprint } = asked;
  const law = services.law(before.stage === 'absent' ? undefined : before.policy);
  return {
    done,
    append: {
      region,
      dossier: id,
      kind: 'edition',
      before: standing?.version ?? 0,
      links,
      on: services.today(),
      state: after,
      rows: {
        ...editionRows(before, after, { region, id, digest: editionDigest(after, law), law }),
        filed: fileIds(events),
      },
      kept: { actor: asked.by.id, key, fingerprint, status: 200, response: done, at: recordedAt },
    },
  };
}

function problemIds(request: EditionRequest): readonly string[] {
  if (request.type === 'FormEdition') return request.problems;
  return request.type === 'ChangeProblems' ? [...request.add, ...request.remove] : [];
}

function askOf(request: EditionRequest, no: number, problems: Problems): EditionAsk {
  if (request.type === 'FormEdition')
    return { type: 'FormEdition', no, title: request.title, members: membersOf(request.problems, problems) };
  if (request.type === 'ChangeProblems')
    return { type: 'ChangeMembers', add: membersOf(request.add, problems), remove: request.remove };
  return request;
}

/** The problems as the edition shows them, in the order of their numbers, however they were picked. */
function membersOf(ids: readonly string[], problems: Problems): Member[] {
  const members = ids.map((id): Member => {
    const { number, basics, facts } = problems.get(id)!.state;
    const { title, description, place, township, field, proposed } = basics;
    return {
      id,
      number,
      title,
      description,
      place,
      township,
      field,
      facts,
      proposedHolder: proposed.holder,
    };
  });
  return members.toSorted((one, other) => (one.number < other.number ? -1 : 1));
}
