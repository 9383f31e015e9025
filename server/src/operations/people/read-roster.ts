import { readFile, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { leadingPosts } from '@bihuan/core/access';
import { directoryOf, indexUnits, readRoster, type Roster, type RosterContext } from '@bihuan/core/intake';
import type { Keeper, PersonObstacle } from '@bihuan/core/person';
import { SEARCH_PATH } from '../../config.ts';
import { findConverter } from '../../files/convert.ts';
import { LIMITS } from '../../files/limits.ts';
import { refusal, type FileRefusal } from '../../files/refusal.ts';
import { FileTooLarge, pathOf, receive } from '../../files/vault.ts';
import { readWorkbook, type Workbook } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { everybodyOn } from '../../store/roster.ts';
import { placeOf } from '../imports/context.ts';
import { presentLaw } from '../law/present-law.ts';

/** Which sheet is meant (null: the one with the most people), and what a person says that columns are. */
export type RosterAsked = {
  readonly name: string;
  readonly sheet: string | null;
  readonly given: ReadonlyMap<number, string>;
};

/** A list of people as understood; nothing of the file stays. */
export type RosterRead =
  | { readonly done: Roster & { readonly sheet: string; readonly sheets: readonly string[] } }
  | { readonly file: FileRefusal }
  | { readonly obstacle: PersonObstacle };

/** Reads a workbook with people in it, as somebody who keeps accounts would bring them in. Nothing is written and nothing is kept. */
export async function readRosterFile(
  services: Services,
  source: Readable,
  by: Keeper,
  asked: RosterAsked,
): Promise<RosterRead> {
  if (!by.administrator) {
    source.resume(); // what is not wanted is let run off, so that the answer arrives
    return { obstacle: { code: 'not-administrator' } };
  }
  const workbook = await workbookOf(services.home, source, asked.name, by.actor.id);
  if ('refused' in workbook) return { file: workbook.refused };
  const context = await contextFor(services, asked.given);
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const read = visible
    .filter(({ name }) => asked.sheet === null || name === asked.sheet)
    .map((sheet) => ({ ...readRoster(sheet, context), sheet: sheet.name }));
  const best = read.toSorted((a, b) => b.entries.length - a.entries.length)[0];
  if (!best) return { file: refusal('unreadable') };
  return { done: { ...best, sheets: visible.map(({ name }) => name) } };
}

/** The file is put down for as long as it is read, and then gone: a list of staff is nobody's record. */
async function workbookOf(
  home: string,
  source: Readable,
  name: string,
  party: string,
): Promise<Workbook | { readonly refused: FileRefusal }> {
  const received = await receive(home, source, LIMITS.fileBytes).catch((error: unknown) => {
    if (error instanceof FileTooLarge) return null;
    throw error;
  });
  if (!received) return { refused: refusal('too-large') };
  const file = pathOf(home, received.id);
  try {
    return await readWorkbook(await readFile(file), name, { converter: findConverter(SEARCH_PATH), party });
  } finally {
    await rm(file);
  }
}

async function contextFor(services: Services, given: RosterAsked['given']): Promise<RosterContext> {
  const { db, region, today } = services;
  const law = presentLaw(services);
  const units = law?.units ?? [];
  const everybody = await everybodyOn(db, region, today());
  return {
    index: indexUnits(directoryOf(units, today(), law ? placeOf(law) : '')),
    units,
    posts: { words: law?.policy.posts ?? [], leading: law ? leadingPosts(law.policy) : [] },
    // whoever keeps accounts holds no post: a person of that name in the list is somebody else's account
    known: everybody.filter(({ administrator }) => !administrator),
    taken: new Set(everybody.map(({ username }) => username)),
    given,
  };
}
