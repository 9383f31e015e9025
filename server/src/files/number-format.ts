/** Literal text, escapes, colours and conditions of a number format; what is left are the signs that stand for digits. */
const PART = /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|([0#?.,%]+)|(General|G\/通用格式)|(E[+-]0+|@)|([^"\\_*[\]])/gi;

type Token = { readonly kind: 'text' | 'digits' | 'general' | 'other'; readonly text: string };

function tokensOf(section: string): readonly Token[] {
  return [...section.matchAll(PART)].flatMap(([, quoted, escaped, bracket, digits, general, other, plain]): Token[] => {
    if (quoted !== undefined || escaped !== undefined) return [{ kind: 'text', text: quoted ?? escaped ?? '' }];
    // [$¥-804] shows its sign; [Red], [<100] and [DBNum1] show none
    if (bracket !== undefined) return bracket.startsWith('$') ? [{ kind: 'text', text: signOf(bracket) }] : [];
    if (digits !== undefined) return [{ kind: 'digits', text: digits }];
    if (general !== undefined) return [{ kind: 'general', text: general }];
    if (other !== undefined) return [{ kind: 'other', text: other }];
    return plain === undefined ? [] : [{ kind: 'text', text: plain }];
  });
}

const signOf = (bracket: string): string => bracket.slice(1).replace(/-[^-]*$/, '');

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

function holds(section: string, value: number): boolean | null {
  const [, sign, limit] = CONDITION.exec(section) ?? [];
  if (sign === undefined) return null;
  const bound = Number(limit);
  const said = {
    '<=': value <= bound,
    '>=': value >= bound,
    '<>': value !== bound,
    '<': value < bound,
    '>': value > bound,
  };
  return sign in said ? said[sign as keyof typeof said] : value === bound; // its keys are the signs
}

/** Sections of a format, split at semicolons that are no literals. */
const sectionsOf = (format: string): readonly string[] =>
  format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+|(?<=;)(?=;|$)/g) ?? [];

/** The section that a value is shown by, and whether the value's own sign is shown in front. */
function sectionFor(format: string, value: number): { readonly section: string; readonly signed: boolean } {
  const sections = sectionsOf(format);
  const met = sections.find((section) => holds(section, value) === true);
  if (met !== undefined) return { section: met, signed: value < 0 };
  const plain = sections.filter((section) => holds(section, value) === null);
  if (plain.length < sections.length) return { section: plain[0] ?? '', signed: value < 0 };
  const [first = '', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { section: negative, signed: false };
  return { section: value === 0 && zero !== undefined ? zero : first, signed: value < 0 };
}

/** A number in all its digits, never with an exponent; behind the fifteenth digit a spreadsheet keeps none. */
export function inDigits(value: number): string {
  const [mantissa = '', exponent] = value.toPrecision(15).split('e');
  if (exponent === undefined) return String(Number(mantissa));
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = mantissa.replace('-', '').split('.');
  const places = Number(exponent);
  const digits = `${whole}${part}`;
  if (places >= 0) return `${sign}${digits.padEnd(places + 1, '0')}`;
  return `${sign}0.${'0'.repeat(-places - 1)}${digits}`.replace(/0+$/, '');
}

const count = (text: string, signs: RegExp): number => (text.match(signs) ?? []).length;

/** Digits of a value put into the places that a section has for them, with what stands between: 0875-8000021. */
function placed(digits: string, places: readonly Token[]): string {
  const slots = places.reduce((sum, { kind, text }) => sum + (kind === 'digits' ? count(text, /[0#?]/g) : 0), 0);
  const least = places.reduce((sum, { kind, text }) => sum + (kind === 'digits' ? count(text, /0/g) : 0), 0);
  const written = digits === '0' && least === 0 ? '' : digits.padStart(least, '0');
  let rest = written.padStart(slots, ' ');
  const extra = rest.length - slots;
  let first = true;
  return places
    .map(({ kind, text }) => {
      if (kind !== 'digits') return text;
      const take = count(text, /[0#?]/g) + (first ? extra : 0);
      first = false;
      const part = rest.slice(0, take);
      rest = rest.slice(take);
      return part.replaceAll(' ', '');
    })
    .join('');
}

function shownBy(section: string, value: number): string | null {
  const tokens = tokensOf(section);
  if (tokens.some(({ kind }) => kind === 'other')) return null;
  const general = tokens.some(({ kind }) => kind === 'general');
  if (general) return tokens.map(({ kind, text }) => (kind === 'general' ? inDigits(value) : text)).join('');
  const all = tokens.flatMap(({ kind, text }) => (kind === 'digits' ? [text] : [])).join('');
  if (all === '' || count(all, /[0#?]/g) === 0) return section === '' || tokens.length === 0 ? null : literal(tokens);
  if (/\//.test(section.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))) return null; // a fraction
  const percent = count(all, /%/g);
  const thousands = /[0#?],+(?:\.|%|$)/.test(all) ? count(/,+(?=\.|%|$)/.exec(all)?.[0] ?? '', /,/g) : 0;
  const decimals = count(/\.([0#?]*)/.exec(all)?.[1] ?? '', /[0#?]/g);
  const scaled = Number(((Math.abs(value) * 100 ** percent) / 1000 ** thousands).toPrecision(15));
  const optional = count(/\.([0#?]*)/.exec(all)?.[1] ?? '', /#/g);
  const rounded = scaled.toFixed(Math.min(decimals, 20));
  // a format that shows fewer decimals than there are hides them; nothing that was typed is lost here
  const fixed = scaled >= 1e15 || Number(rounded) !== scaled ? inDigits(scaled) : rounded;
  const [whole = '0', part = ''] = fixed.split('.');
  const kept = part.replace(new RegExp(`0{0,${optional}}$`), '');
  const grouped = /[0#?],[0#?]/.test(all) ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : null;
  return assembled(tokens, { whole, grouped, part: kept });
}

const literal = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

function assembled(
  tokens: readonly Token[],
  { whole, grouped, part }: { readonly whole: string; readonly grouped: string | null; readonly part: string },
): string {
  const point = tokens.findIndex(({ kind, text }) => kind === 'digits' && text.includes('.'));
  const front = tokens.slice(0, point < 0 ? tokens.length : point + 1);
  const behind = point < 0 ? [] : tokens.slice(point + 1);
  const integer = front.map((token, at): Token =>
    token.kind === 'digits'
      ? {
          ...token,
          text: (at === point ? token.text.slice(0, token.text.indexOf('.')) : token.text).replace(/[,%]/g, ''),
        }
      : token,
  );
  const percent = tokens.some(({ kind, text }) => kind === 'digits' && text.includes('%')) ? '%' : '';
  const left = grouped === null ? placed(whole, integer) : placedWhole(grouped, integer);
  // a percent sign stands behind its digits; words behind those keep their place
  const trailing = behind.map(({ kind, text }) => (kind === 'digits' ? '' : text)).join('');
  const decimals = part === '' ? '' : `.${part}`;
  if (point >= 0) return `${left}${decimals}${percent}${trailing}`;
  const last = integer.findLastIndex(({ kind }) => kind === 'digits');
  const tail = integer.slice(last + 1).reduce((sum, { text }) => sum + text.length, 0);
  const end = left.length - tail;
  return `${left.slice(0, end)}${decimals}${percent}${left.slice(end)}`;
}

// 12,345: groups of three are as wide as they are, whatever places the format has
function placedWhole(grouped: string, places: readonly Token[]): string {
  let done = false;
  return places
    .map(({ kind, text }) => {
      if (kind !== 'digits') return text;
      const own = done ? '' : grouped;
      done = true;
      return own;
    })
    .join('');
}

/**
 * A number as a spreadsheet shows it under a format: 7 is SD-0007 under `"SD-"0000`, and 0875-8000021 keeps its zero. Formats of
 * days, fractions and exponents are not shown so: the number stands in its digits then.
 */
export function shownNumber(value: number, format: string): string {
  if (format === '' || /^general$/i.test(format) || format === '@') return inDigits(value);
  const { section, signed } = sectionFor(format, value);
  const shown = shownBy(section, value)?.trim();
  if (shown === undefined || shown === '') return inDigits(value);
  return signed ? `-${shown}` : shown;
}
