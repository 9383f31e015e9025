import { unitName } from '../access/index.ts';
import type { Unit } from '../policy/index.ts';
import type { PersonCommand, PersonObstacle, PersonRefusal } from './command.ts';
import { named, personFaults } from './faults.ts';
import { keeperSigner } from './keeper.ts';
import type { Person, PersonEvent } from './person.ts';

/** Decides one command about a person: events, or why not. */
export function decidePerson(
  command: PersonCommand,
  person: Person,
  units: readonly Unit[],
): { readonly events: readonly PersonEvent[] } | { readonly refused: PersonRefusal } {
  const obstacle = obstacleTo(command, person);
  if (obstacle) return { refused: { code: 'not-allowed', obstacle, clause: null } };
  const faults = personFaults(command, person, units);
  if (faults.length > 0) return { refused: { code: 'bad-input', faults, clause: null } };
  const signature = { by: keeperSigner(command.by), on: command.on };
  return { events: written(command, person, units).map((fact) => ({ ...signature, ...fact })) };
}

function obstacleTo(command: PersonCommand, person: Person): PersonObstacle | null {
  const own = command.by.actor.id === command.person;
  // everybody changes their own password; everything else is the administrator's
  if (!command.by.administrator && !(own && command.type === 'SetPassword')) return { code: 'not-administrator' };
  if (command.type === 'AddPerson')
    return person.stage === 'absent'
      ? mixed(command.administrator, command.postings.length)
      : { code: 'already-added' };
  if (person.stage === 'absent') return { code: 'unknown-person' };
  switch (command.type) {
    case 'HoldPost':
      return mixed(person.administrator, 1);
    case 'LeavePost':
      return person.postings.some((held) => held.id === command.posting) ? null : { code: 'no-such-posting' };
    case 'SetActive':
      if (own) return { code: 'own-account' };
      return (person.stage === 'active') === command.active ? { code: 'nothing-to-do' } : null;
    case 'CorrectPerson':
      return differs(command, person) ? null : { code: 'nothing-to-do' };
    case 'SetPassword':
      return own && command.proved !== true ? { code: 'own-password' } : null;
  }
}

/** Whether anything about the person would be another afterwards. */
const differs = ({ name, phone }: { readonly name: string; readonly phone: string | null }, person: Person): boolean =>
  name.trim() !== person.name || (phone?.trim() ?? null) !== (person.phone ?? null);

const mixed = (administrator: boolean, postings: number): PersonObstacle | null =>
  administrator && postings > 0 ? { code: 'administrator-holds-no-post' } : null;

type Fact = PersonEvent extends infer E ? (E extends PersonEvent ? Omit<E, 'by' | 'on'> : never) : never;

function written(command: PersonCommand, person: Person, units: readonly Unit[]): Fact[] {
  switch (command.type) {
    case 'AddPerson': {
      const { unit, administrator, username } = command;
      const nameOfUnit = unit === null ? null : unitName(units, unit, command.on);
      const added: Fact = {
        type: 'PersonAdded',
        name: command.name.trim(),
        username: username.toLowerCase(),
        unit,
        unitName: nameOfUnit,
        administrator,
        ...(command.phone === undefined ? {} : { phone: command.phone.trim() }),
        ...(command.handedOut ? { handedOut: true } : {}),
      };
      return [
        added,
        ...command.postings.map((posting): Fact => ({ type: 'PostHeld', posting: named(posting, units) })),
      ];
    }
    case 'HoldPost':
      return [{ type: 'PostHeld', posting: named(command.posting, units) }];
    case 'LeavePost': {
      const { unitName: name, post } = person.postings.find((held) => held.id === command.posting)!;
      return [{ type: 'PostLeft', posting: command.posting, unitName: name, post, until: command.until }];
    }
    case 'SetActive':
      return [{ type: command.active ? 'PersonReactivated' : 'PersonDeactivated' }];
    case 'CorrectPerson':
      return corrected(command, person);
    case 'SetPassword':
      return [{ type: 'PasswordSet', ...(command.by.actor.id === command.person ? {} : { handedOut: true }) }];
  }
}

function corrected({ name, phone, reason }: Extract<PersonCommand, { type: 'CorrectPerson' }>, person: Person): Fact[] {
  const [called, reached] = [name.trim(), phone?.trim() ?? null];
  return [
    ...(called === person.name
      ? []
      : [{ type: 'NameCorrected', before: person.name, name: called, reason: reason.trim() } as const]),
    ...(reached === (person.phone ?? null) ? [] : [{ type: 'PhoneChanged', phone: reached } as const]),
  ];
}
