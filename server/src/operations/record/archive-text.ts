/**
 * What shows that an exported ledger was opened in an editor and saved again. None of it is content: a line says what it said, and its
 * digests are checked as ever.
 */
export type Resaved = 'byte-mark' | 'utf-16' | 'line-ends' | 'blanks' | 'blank-lines' | 'last-line-end';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Lines of an exported ledger out of its bytes, as they were exported: without byte mark, in whichever encoding, whatever ends them.
 * What an editor has made of the file is noted in `resaved`.
 */
export async function* archiveText(
  bytes: AsyncIterable<Uint8Array>,
  resaved: Set<Resaved>,
): AsyncGenerator<string, void> {
  let blank = false;
  let ended = true;
  for await (const { text, end } of split(decoded(bytes, resaved))) {
    ended = end !== '';
    if (end.includes('\r')) resaved.add('line-ends');
    const line = text.trim();
    if (line === '') {
      blank = true;
      continue;
    }
    if (line !== text) resaved.add('blanks');
    yield line;
  }
  if (blank) resaved.add('blank-lines');
  if (!ended) resaved.add('last-line-end');
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, resaved: Set<Resaved>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let first: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    const chunk: Buffer = decoder === null ? Buffer.concat([first, piece]) : Buffer.from(piece);
    if (decoder === null) {
      first = chunk;
      if (first.length < 4) continue;
      decoder = decoderOf(first, resaved);
    }
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder === null) yield decoderOf(first, resaved).decode(first);
  else yield decoder.decode();
}

/** By its byte mark, or, where an editor left it away, by the zero beside the brace that every line begins with. */
function decoderOf(first: Buffer, resaved: Set<Resaved>): TextDecoder {
  const marks: readonly (readonly [Encoding, string])[] = [
    ['utf-8', 'efbbbf'],
    ['utf-16le', 'fffe'],
    ['utf-16be', 'feff'],
  ];
  const start = first.subarray(0, 4).toString('hex');
  const marked = marks.find(([, mark]) => start.startsWith(mark))?.[0];
  const bare: Encoding = start.startsWith('7b00') ? 'utf-16le' : start.startsWith('007b') ? 'utf-16be' : 'utf-8';
  const encoding = marked ?? bare;
  if (marked !== undefined) resaved.add('byte-mark');
  if (encoding !== 'utf-8') resaved.add('utf-16');
  return new TextDecoder(encoding); // takes the byte mark away
}

async function* split(texts: AsyncIterable<string>): AsyncGenerator<{ readonly text: string; readonly end: string }> {
  let rest = '';
  for await (const text of texts) {
    rest += text;
    // a carriage return at the very end may be the first half of an end of line
    const ends = Math.max(rest.lastIndexOf('\n'), rest.lastIndexOf('\r', rest.length - 2));
    yield* linesIn(rest.slice(0, ends + 1));
    rest = rest.slice(ends + 1);
  }
  yield* linesIn(rest);
}

function* linesIn(text: string): Generator<{ readonly text: string; readonly end: string }> {
  for (const [whole, end = ''] of text.matchAll(/[^\r\n]*(\r\n|\n|\r|$)/g))
    if (whole !== '') yield { text: whole.slice(0, whole.length - end.length), end };
}
