import { LONGEST_REMARKS } from '../problem/index.ts';
import { ask, plain } from './asked.ts';
import type { Asked } from './asked.ts';
import { FIELDS } from './field.ts';
import type { Field } from './field.ts';
import { tidy } from './normalise.ts';
import { question } from './question.ts';
import type { Answers } from './question.ts';
import type { Content } from './understood.ts';

/** What goes into the register as remarks is read from all the rest of a row. */
type Read = Omit<Content, 'remarks'>;

/** Fields that have a place of their own in a registration. */
const PLACED: ReadonlySet<Field> = new Set([
  'serial',
  'number',
  'title',
  'problem',
  'place',
  'goal',
  'measures',
  'deadline',
]);

/** The remarks of a row: texts without a place of their own under their heads. Too many words are asked about, never cut. */
export function readRemarks(row: Read, at: number, given: Answers): Asked<string> {
  const entries = Object.entries(row.texts) as [Field, string][]; // texts are keyed by field
  const rest = entries.filter(([field]) => !PLACED.has(field) && !taken(field, row));
  const own = rest.map(([field, text]) => (field === 'remarks' ? text : `${FIELDS[field].zh}：${text}`)).join('\n');
  // a word that is no value of the fact it was written for is kept as words
  const unsaid = row.ownFacts.filter(({ term }) => term.id === null);
  const extra = [...unsaid.map(({ name, term }) => ({ name, text: term.raw })), ...row.extras].map(
    ({ name, text }) => `${name}：${text}`,
  );
  const whole = [own, ...extra].filter((text) => text !== '').join('\n');
  if (whole.length <= LONGEST_REMARKS) return plain(whole);
  const fits = extra.length > 0 && own.length <= LONGEST_REMARKS;
  const asked = question({
    code: 'remarks-too-long',
    row: at,
    field: 'remarks',
    raw: whole.slice(0, 200),
    part: String(at),
    zh: `第${at}行要写进备注的内容有${whole.length}字，备注最多${LONGEST_REMARKS}字`,
    en: `Row ${at} has ${whole.length} signs for the remarks, which hold ${LONGEST_REMARKS}`,
    options: [
      ...(fits
        ? [
            {
              id: 'without',
              zh: `不并入${row.extras.map(({ name }) => `“${name}”`).join('、')}`,
              en: `Leave out ${row.extras.map(({ name }) => `“${name}”`).join(', ')}`,
            },
          ]
        : []),
      { id: 'set', zh: '改写备注', en: 'Write the remarks again', asks: 'text' },
    ],
  });
  return ask(asked, given, whole, ({ choose, value }) => {
    if (choose === 'without') return own;
    const written = tidy(value ?? '');
    return written.length <= LONGEST_REMARKS ? written : null;
  });
}

// A word of the pack, one unit with nothing in brackets behind it: said in their own place already.
function taken(field: Field, row: Read): boolean {
  if (field === 'source') return row.source?.id !== null;
  if (field === 'domain') return row.domain?.id !== null;
  if (field === 'township') return row.township?.unit !== null;
  if (field === 'unit' || field === 'lead') {
    const part = field === 'unit' ? 'holder' : 'lead';
    const [only, ...more] = row.units.filter((mention) => mention.part === part);
    return only !== undefined && more.length === 0 && only.note === undefined && only.how !== 'group';
  }
  return false;
}
