import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Case } from '@bihuan/core/case';
import { bookId, periodsOf, runningDuties, type DutyBook, type RunningDuty } from '@bihuan/core/duty';
import { unitsInRole } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { addDays, type PlainDate } from '@bihuan/core/time';
import { openServices } from '../cli/open-services.ts';
import { environmentWith, readConfig } from '../config.ts';
import { commandCase } from '../operations/cases/command.ts';
import { freezing } from '../operations/duties/gathering.ts';
import { openDuty } from '../operations/duties/open-duties.ts';
import type { Services } from '../services.ts';
import { findDossiers } from '../store/dossiers/dossiers.ts';
import type { Figure } from './figure.ts';
import { watched } from './memory.ts';

/** Seconds that opening five thousand returns of one duty and freezing them may take, and MB above what the process had. */
const [SECONDS, CEILING] = [20, 300];

/** Opens the returns of one duty of the plan for so many units and freezes their gathering: how long, in how much memory. */
export async function measureDuties(home: string, count: number): Promise<readonly Figure[]> {
  const { services, close } = await openServices(readConfig(environmentWith({ BIHUAN_HOME: home })));
  try {
    const law = services.law();
    const duty = runningDuties(law.policy.duties).find(
      ({ runs }) => runs.covers === 'all' && runs.gathers !== undefined,
    );
    if (!duty) throw new Error(`${law.policy.edition} has no duty that is gathered`);
    const crowded = crowdedOffice(services, duty, count);
    const opened = await watched(process.pid, () => openDuty(crowded, duty.id));
    const frozen = await watched(process.pid, () => freeze(crowded, duty));
    const { returns } = opened.done;
    if (returns < count || frozen.done !== returns) throw new Error(`${returns} opened, ${frozen.done} frozen`);
    const part = 'duties';
    const most = (value: number) => ({ at: 'most', value }) as const;
    return [
      {
        part,
        what: `开启 ${returns} 份填报 / opening ${returns} returns`,
        value: opened.seconds,
        unit: 's',
        target: null,
      },
      { part, what: '冻结汇总 / freezing their gathering', value: frozen.seconds, unit: 's', target: null },
      { part, what: '合计 / together', value: opened.seconds + frozen.seconds, unit: 's', target: most(SECONDS) },
      { part, what: '内存 / memory', value: Math.max(opened.above, frozen.above), unit: 'MB', target: most(CEILING) },
    ];
  } finally {
    await close();
  }
}

/** The same office on the day on which the duty opens, with so many more units that owe it. */
function crowdedOffice(services: Services, duty: RunningDuty, count: number): Services {
  const day = openingDay(duty, services.law(), services.today());
  const model = duty.by.flatMap((role) => unitsInRole(services.law().units, role, day))[0]!; // somebody owes it
  const more = Array.from({ length: count }, (_, no) => ({ ...model, id: `bench-${no}` }));
  const crowded = new Map<Law, Law>();
  const law = (edition?: string): Law => {
    const own = services.law(edition);
    const known = crowded.get(own) ?? { ...own, units: [...own.units, ...more] };
    crowded.set(own, known);
    return known;
  };
  return { ...services, law, today: () => day };
}

function openingDay(duty: RunningDuty, { calendar }: Law, today: PlainDate): PlainDate {
  const coming = periodsOf(duty, today, addDays(today, 400), calendar).find(({ opensOn }) => opensOn >= today);
  return coming?.opensOn ?? today;
}

/** @returns how many members were frozen */
async function freeze(services: Services, duty: RunningDuty): Promise<number> {
  const { db, region } = services;
  const law = services.law();
  const [book] = (await findDossiers<DutyBook>(db, region, 'duty', [bookId(law.policy, duty.id, law)])).values();
  const gathering = book!.state.periods.at(-1)!.gathering!;
  const { version, state } = (await findDossiers<Case>(db, region, 'case', [gathering])).get(gathering)!;
  const by = whoGathers(state);
  const ask = await freezing(services, gathering, by);
  if ('refused' in ask) throw new Error(JSON.stringify(ask.refused));
  const key = randomUUID();
  const answer = await commandCase(services, { dossier: gathering, version, ask, by, key, fingerprint: key });
  if (!('done' in answer)) throw new Error(JSON.stringify(answer));
  return ask.members.length;
}

/** Whoever has the step open that gathers. */
function whoGathers({ tasks }: Case): Actor {
  const [task] = tasks;
  if (!task?.unit) throw new Error('nobody gathers');
  const { unit, post, unitName } = task;
  return { id: randomUUID(), name: '（演示）汇总人', postings: [{ unit, post, unitName: unitName ?? unit }] };
}
