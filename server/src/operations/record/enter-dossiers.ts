import { derivedId } from '@bihuan/core/ledger';
import { keeperSigner, theInstallation } from '@bihuan/core/person';
import { evolveVolume, unopened, VOLUME_SIZE, type RegisterEvent, type Volume } from '@bihuan/core/received';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { StaleVersion, type Executor, type Standing } from '../../store/dossiers/dossiers.ts';
import { lastVolume, leaveQueue, unentered } from '../../store/dossiers/registers.ts';
import { plainAppend } from '../dossiers/plain-append.ts';

/** What entering needs. */
export type Entering = Pick<Services, 'db' | 'region' | 'today' | 'now'>;

/** How many dossiers one event of the register names. */
const TOGETHER = 500;

/**
 * Enters the next dossiers that wait in the register. False: none waits, or another process is entering them.
 * @param size of a volume, in dossiers
 */
export async function enterDossiers(services: Entering, size = VOLUME_SIZE): Promise<boolean> {
  try {
    return await services.db.transaction().execute((tx) => enterNext(services, tx, size));
  } catch (error) {
    if (error instanceof StaleVersion) return true; // another process wrote to the volume: nothing was entered, and it is tried again
    throw error;
  }
}

async function enterNext(services: Entering, tx: Executor, size: number): Promise<boolean> {
  const { region, today } = services;
  const waiting = await unentered(tx, region, TOGETHER);
  const [first] = waiting;
  if (!first) return false;
  const alike = waiting.filter(({ found }) => found === first.found);
  const dossiers = alike.map(({ id, kind, digest }) => ({ id, kind, digest: hex(digest) }));
  const type = first.found ? 'DossiersFound' : 'DossiersEntered';
  const { id, standing, opening } = await volumeFor(services, tx, size);
  const signed = { by: keeperSigner(theInstallation), on: today() };
  const events: RegisterEvent[] = [...opening, { ...signed, type, dossiers }];
  const state = events.reduce(evolveVolume, standing?.state ?? unopened);
  await append(tx, plainAppend(services, { dossier: id, kind: 'register', standing, events, state }));
  await leaveQueue(
    tx,
    region,
    dossiers.map((entry) => entry.id),
  );
  return true;
}

type Open = {
  readonly id: string;
  readonly standing: Standing<Volume> | null;
  readonly opening: readonly RegisterEvent[];
};

/** The volume that is written in; a full one is followed by the next, which names it as it stood. */
async function volumeFor({ region, today }: Entering, tx: Executor, size: number): Promise<Open> {
  const last = await lastVolume<Volume>(tx, region);
  if (last && last.state.entries < size) return { id: last.id, standing: last, opening: [] };
  const volume = (last?.state.volume ?? 0) + 1;
  const before = last && { id: last.id, version: last.version, digest: hex(last.digest) };
  const opening = { by: keeperSigner(theInstallation), on: today(), type: 'VolumeOpened', volume, before } as const;
  return { id: volumeId(region, volume), standing: null, opening: [opening] };
}

/** The id of a volume follows from its number. */
/** The id of a volume follows from its number. */
export const volumeId = (region: string, volume: number): string => derivedId({ region, register: volume }, sm3);

const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');
