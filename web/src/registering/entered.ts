import type { Dayjs } from 'dayjs';
import type { Schema } from '../api/client.ts';
import { day } from '../verbs/fields.tsx';
import type { Received } from '../verbs/files-field.tsx';

/** A file that came with it, and what it shows. */
export type Came = Received & { readonly kind: string };

/** What the window holds of a problem that is being written down. */
export type Entered = {
  number?: string;
  title: string;
  description?: string;
  place?: string;
  township?: string;
  field?: string;
  facts?: Record<string, string | undefined>;
  target?: string;
  remarks?: string;
  date?: Dayjs;
  longTerm?: boolean;
  holder?: string;
  lead?: string;
  person?: string;
  cooperating?: string;
  supervising?: string;
  measures?: string;
  sources?: readonly { list?: string; number?: string; date?: Dayjs }[];
  files?: readonly Came[];
};

/** Likely doubles that are other problems, with the reason given for each. */
export type Apart = Readonly<Record<string, string>>;

/** What was entered, as a registration: blanks are blank texts, unknown choices are open. */
export function bodyOf(entered: Entered, apart: Apart): Schema<'RegisterProblem'> {
  const { number, title, description = '', place = '', township, field, facts = {}, target = '' } = entered;
  const { holder, lead, person = '', remarks = '', files = [], sources = [] } = entered;
  const { measures, cooperating, supervising } = entered;
  const basics = {
    title,
    description,
    place,
    township: township ?? null,
    field: field ?? null,
    target,
    deadline: deadlineOf(entered),
    proposed: { holder: holder ?? null, lead: lead ?? null, person },
    remarks,
  };
  const others = Object.entries(apart).map(([dossier, reason]) => ({ dossier, reason }));
  return {
    ...(number ? { number } : {}),
    basics,
    facts: saidOf(facts),
    sources: sources
      .filter(({ list, number: no }) => list?.trim() || no?.trim())
      .map((source) => ({ list: source.list ?? '', number: source.number ?? '', date: day(source.date) ?? null })),
    carried: saidOf({ measures, cooperating, supervising }),
    files: files.map(({ id, kind }) => ({ file: id, kind, takenOn: null, note: '' })),
    apart: others,
  };
}

/** What nobody chose is unknown and not said. */
const saidOf = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]?.trim())));

function deadlineOf({ date, longTerm = false }: Entered): Schema<'StatedDeadline'> | null {
  const due = day(date) ?? null;
  if (due === null && !longTerm) return null;
  return { date: due, longTerm, raw: [due, longTerm ? '长期坚持' : null].filter(Boolean).join('，') };
}
