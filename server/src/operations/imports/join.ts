import { correctionOf } from '@bihuan/core/intake';
import type { Ask, Problem } from '@bihuan/core/problem';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { findDossier, type Standing } from '../../store/dossiers/dossiers.ts';
import type { Outcome } from '../../store/imports/import-items.ts';
import { freeRows, rewriteRow, rowsNamed, takeRows } from '../../store/imports/import-rows.ts';
import { decideProblem } from '../problems/command-problem.ts';
import type { Doing, Work } from './work.ts';
import { PROBLEM_FIELDS, WHY, whyRefused } from './why.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A row that a person called one with another: its list and number become one more source of that problem (二(一).2). */
export async function addToProblem(work: Work, item: Doing<'add'>): Promise<Outcome> {
  const { services, tx, record } = work;
  const { no, key, name, content, act } = item;
  const problem = await problemOf(work, act.same);
  if (!problem) return { no, result: 'failed', reason: WHY.missing, dossier: null, version: null };
  const free = await takeRows(tx, services.region, record.id, [{ name, key, content, dossier: problem }]);
  const standing = await findDossier<Problem>(tx, services.region, problem);
  const known =
    standing?.state.sources.some(({ list, number }) => list === act.source.list && number === act.source.number) ??
    false;
  if (!free.has(name) || known) return { no, result: 'already-known', reason: null, dossier: problem, version: null };
  const outcome = await write(work, no, problem, standing, { type: 'AddCrossReference', source: act.source }, 'added');
  if (outcome.result === 'failed') await freeRows(tx, services.region, { names: [name] });
  return outcome;
}

async function problemOf({ services, tx }: Work, same: string): Promise<string | null> {
  const name = sm3(same);
  const found = (await rowsNamed(tx, services.region, [name])).get(name);
  return found?.dossier ?? (UUID.test(same) ? same : null);
}

/** A row that came before and says something else now: what it says is corrected in the problem, with the import as the reason. */
export async function updateProblem(work: Work, item: Doing<'update'>): Promise<Outcome> {
  const { services, tx, record } = work;
  const { no, key, name, content, act } = item;
  const { problem } = act;
  const standing = await findDossier<Problem>(tx, services.region, problem);
  const basics = standing ? correctionOf(act, standing.state.basics) : {};
  const changes = Object.keys(basics).length > 0;
  const reason = `按再次导入的清单更新：${record.name}`.slice(0, 500);
  const outcome: Outcome = changes
    ? await write(work, no, problem, standing, { type: 'CorrectProblem', basics, facts: {}, reason }, 'updated')
    : { no, result: 'already-known', reason: null, dossier: problem, version: null };
  if (outcome.result === 'failed') return outcome;
  // a row whose own words were corrected has a new name; the old one stays, so that the old file is known too
  const fresh = await takeRows(tx, services.region, record.id, [{ name, key, content, dossier: problem }]);
  if (!fresh.has(name)) await rewriteRow(tx, services.region, name, content);
  return outcome;
}

async function write(
  { services, tx, by }: Work,
  no: number,
  problem: string,
  standing: Standing<Problem> | null,
  ask: Ask,
  result: 'added' | 'updated',
): Promise<Outcome> {
  const written = decideProblem(services, { dossier: problem, ask, by }, standing);
  if ('refused' in written)
    return { no, result: 'failed', reason: whyRefused(written.refused, PROBLEM_FIELDS), dossier: null, version: null };
  await append(tx, written.append);
  return { no, result, reason: null, dossier: problem, version: written.done.version };
}
