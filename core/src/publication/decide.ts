import type { InputFault } from '../access/index.ts';
import { confirmsRulings, keeperSigner, rulingsConfirmable, type Keeper } from '../person/index.ts';
import { isThere, presentUnit, type Fault, type Policy, type Ruling, type Unit } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { PublicationEvent, PublishedEdition } from './edition.ts';
import {
  firstDay,
  succession,
  unitsUnder,
  type Succeeded,
  type Succession,
  type SuccessionFault,
} from './succession.ts';

/** What can be asked of an edition. `region` is the installation's, `digest` that of the whole pack, `faults` what the checker found. */
export type PublicationAsk =
  | {
      readonly type: 'PublishEdition';
      readonly policy: Policy;
      readonly region: string;
      readonly digest: string;
      readonly faults: readonly Fault[];
      /** The units of the pack, and those that open dossiers name, each with its dossiers. */
      readonly units: readonly Unit[];
      readonly named: readonly UnitNamed[];
      /** Who takes over from units that the edition leaves out or ends. */
      readonly successors: readonly Succession[];
      /** The units of every edition before, the newest first, and who took over from which of them by publication. */
      readonly before: readonly Unit[];
      readonly recorded: readonly Succeeded[];
    }
  | { readonly type: 'ConfirmRuling'; readonly ruling: string; readonly note: string };

/** A unit that open dossiers name: as who answers, or as who has a step. */
export type UnitNamed = {
  readonly unit: string;
  /** The first of them; `all`: how many there are. */
  readonly dossiers: readonly { readonly number: string; readonly title: string }[];
  readonly all: number;
};

/** What is asked of an edition of the plan, by whom, on which day of the office. */
export type PublicationCommand = PublicationAsk & { readonly by: Keeper; readonly on: PlainDate };

/** Why an edition stays as it is. */
export type PublicationObstacle =
  | { readonly code: 'not-administrator' }
  /** Published with other content: a change needs an edition of its own. */
  | { readonly code: 'edition-immutable'; readonly edition: string }
  | { readonly code: 'already-published'; readonly edition: string }
  /** The plan of another place: its units would become this one's, and nobody here could act any more. */
  | { readonly code: 'other-region'; readonly region: string; readonly installation: string }
  | { readonly code: 'faults-open'; readonly faults: number }
  /** Units that open dossiers name and that would not be there any more: their work would be nobody's. `from`: the first day without them. */
  | { readonly code: 'units-dropped'; readonly units: readonly UnitNamed[]; readonly from: PlainDate }
  /** Successors that were named and cannot be. */
  | { readonly code: 'successors-astray'; readonly successors: readonly SuccessionFault[] }
  | { readonly code: 'not-published' }
  /** Rulings are confirmed by whoever leads the coordinating office, not by its clerks and not by administrators. */
  | { readonly code: 'not-coordinator' }
  /** The edition names no post that leads the coordinating office, and was published before the checker asked for one. */
  | { readonly code: 'nobody-leads'; readonly edition: string }
  | { readonly code: 'unknown-ruling' }
  | { readonly code: 'already-confirmed' };

/** Why nothing is published or confirmed. It is the program’s own rule, not a duty of the plan: no clause. */
export type PublicationRefusal =
  | { readonly code: 'not-allowed'; readonly obstacle: PublicationObstacle; readonly clause: null }
  | { readonly code: 'bad-input'; readonly faults: readonly InputFault[]; readonly clause: null };

type Decision = { readonly events: readonly PublicationEvent[] } | { readonly refused: PublicationRefusal };

/** Decides one command on an edition. `law` is the edition's own, null before it is published. */
export function decidePublication(command: PublicationCommand, edition: PublishedEdition, law: Law | null): Decision {
  const signature = { by: keeperSigner(command.by), on: command.on };
  return command.type === 'PublishEdition'
    ? publish(command, edition, signature)
    : confirm(command, edition, law, signature);
}

type Signature = Pick<PublicationEvent, 'by' | 'on'>;

const refuse = (obstacle: PublicationObstacle): Decision => ({
  refused: { code: 'not-allowed', obstacle, clause: null },
});

/** Units named in open dossiers that these units do not have on the day: left out, or ended, and nobody takes over from them. */
const droppedBy = (units: readonly Unit[], named: readonly UnitNamed[], on: PlainDate): readonly UnitNamed[] =>
  named.filter(({ unit: id }) => {
    const present = presentUnit(units, id, on);
    return !units.some((unit) => unit.id === present && isThere(unit, on));
  });

function publish(
  command: Extract<PublicationCommand, { type: 'PublishEdition' }>,
  edition: PublishedEdition,
  signature: Signature,
): Decision {
  const { by, policy, region, digest, faults, units, named, before, recorded } = command;
  if (!by.administrator) return refuse({ code: 'not-administrator' });
  const name = policy.edition;
  if (edition.stage === 'published')
    return refuse({ code: edition.digest === digest ? 'already-published' : 'edition-immutable', edition: name });
  if (policy.region !== region) return refuse({ code: 'other-region', region: policy.region, installation: region });
  const open = faults.filter((fault) => fault.ruling === null).length;
  if (open > 0) return refuse({ code: 'faults-open', faults: open });
  const around = { units, before, recorded, inForceFrom: policy.inForceFrom, on: signature.on };
  const { succeeded, faults: astray } = succession(command.successors, around);
  if (astray.length > 0) return refuse({ code: 'successors-astray', successors: astray });
  const from = firstDay(around);
  const dropped = droppedBy(unitsUnder(units, [...succeeded, ...recorded]), named, from);
  if (dropped.length > 0) return refuse({ code: 'units-dropped', units: dropped, from });
  const pending = policy.rulings.filter((ruling) => ruling.status === 'pending').map((ruling) => ruling.id);
  return {
    events: [
      {
        ...signature,
        type: 'EditionPublished',
        edition: name,
        title: policy.title.zh,
        inForceFrom: policy.inForceFrom,
        digest,
        pending,
        ...(succeeded.length > 0 ? { successors: succeeded } : {}),
      },
    ],
  };
}

function confirm(
  { by, on, ruling: id, note }: Extract<PublicationCommand, { type: 'ConfirmRuling' }>,
  edition: PublishedEdition,
  law: Law | null,
  signature: Signature,
): Decision {
  if (edition.stage === 'absent' || !law) return refuse({ code: 'not-published' });
  if (!rulingsConfirmable(law, on)) return refuse({ code: 'nobody-leads', edition: law.policy.edition });
  if (!confirmsRulings(by, law, on)) return refuse({ code: 'not-coordinator' });
  const ruling = law.policy.rulings.find((candidate: Ruling) => candidate.id === id);
  if (!ruling) return refuse({ code: 'unknown-ruling' });
  if (ruling.status === 'confirmed' || edition.confirmed.includes(id)) return refuse({ code: 'already-confirmed' });
  const said = note.trim();
  if (said === '' || said.length > 500)
    return {
      refused: {
        code: 'bad-input',
        faults: [{ field: 'note', code: said === '' ? 'required' : 'too-long' }],
        clause: null,
      },
    };
  const { title, clauses } = ruling;
  return { events: [{ ...signature, type: 'RulingConfirmed', ruling: id, title: title.zh, clauses, note: said }] };
}
