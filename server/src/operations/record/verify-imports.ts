import type { Finding, Link } from '@bihuan/core/ledger';
import type { ImportEvent } from '@bihuan/core/received';
import { sm3 } from '../../sm3.ts';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import { bodyOf } from '../../store/dossiers/events.ts';
import {
  answersAfter,
  itemsAfter,
  namesAstray,
  partsOfNoImport,
  rowNamesAfter,
} from '../../store/imports/import-log-rows.ts';
import { answerDigest, frozenWith } from '../imports/import-digests.ts';
import { pieces, settledIn } from '../imports/import-log.ts';

/** How many rows are read at a time. */
const TOGETHER = 500;

const differing = (region: string, dossier: string, detail: string): Finding => ({
  kind: 'row-differs',
  region,
  dossier,
  version: 0,
  detail,
});

/** Compares the answers given about an import, what it has to do and what became of each row with its log. */
export async function verifyImport(
  db: Executor,
  region: string,
  id: string,
  links: readonly Link[],
): Promise<readonly Finding[]> {
  const events = links.map((link) => bodyOf<ImportEvent>(link.body));
  const told = events.flatMap((event) => (event.type === 'ImportAnswered' ? event.answers : []));
  const answers = new Map(told.map(({ no, digest }) => [no, digest]));
  const settled = events.flatMap((event) => (event.type === 'RowsSettled' ? event.results : []));
  const results = new Map(settled.map(({ no, digest }) => [no, digest]));
  const findings: Finding[] = [];
  const differs = (detail: string): void => void findings.push(differing(region, id, detail));

  for await (const piece of pieces((after) => answersAfter(db, region, id, after, TOGETHER)))
    for (const answer of piece) {
      if (answers.get(answer.no) !== answerDigest(answer))
        differs(`import_decision ${answer.no} is not what was answered`);
      answers.delete(answer.no);
    }
  for (const no of answers.keys()) differs(`import_decision ${no} is not there`);

  let frozen = '';
  for await (const piece of pieces((after) => itemsAfter(db, region, id, after, TOGETHER)))
    for (const item of piece) {
      frozen = frozenWith(frozen, item);
      const [present] = settledIn(item);
      if (results.get(item.no) !== present?.digest) differs(`import_item ${item.no} did not end as it says`);
      results.delete(item.no);
    }
  for (const no of results.keys()) differs(`import_item ${no} is not there`);
  if (frozen !== (frozenOf(events) ?? '')) differs('import_item: what there was to do is not what was frozen');
  return findings;
}

const frozenOf = (events: readonly ImportEvent[]): string | null =>
  events.reduce<string | null>(
    (before, event) => (event.type === 'ImportStarted' || event.type === 'ImportFound' ? event.frozen : before),
    null,
  );

/** Compares the names by which rows of earlier lists are known with what imports made, which is compared with their logs. */
export async function verifyImportNames(db: Executor, region: string): Promise<readonly Finding[]> {
  const findings = (await partsOfNoImport(db, region)).map((id) =>
    differing(region, id, 'import_decision or import_item of an import that is not there'),
  );
  for (const key of await namesAstray(db, region))
    findings.push(differing(region, '', `import_row ${sm3(key)} is not what an import made`));
  for (let after = ''; ;) {
    const rows = await rowNamesAfter(db, region, after, TOGETHER);
    for (const { name, key } of rows)
      if (sm3(key) !== name) findings.push(differing(region, '', `import_row ${name} is not named by its row`));
    if (rows.length < TOGETHER) return findings;
    after = rows.at(-1)!.name;
  }
}
