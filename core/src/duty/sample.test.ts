import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleOf } from './index.ts';

const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');
const frame = { duty: 'look-back', period: '2030-Q1', ids: ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] };
const third = { sample: 30, atLeast: 1 };

/** What any other program must come to. */
const VECTOR = {
  seed: '7be24f123e7394ef119fffb88619e5f4770e3752cab1cddc29771a583daef1ca',
  drawn: ['d4', 'd2', 'd7'],
};

test('the draw of a known frame is known: whoever writes the three steps anew comes to this', () => {
  const seed = sm3('{"duty":"look-back","ids":["d1","d2","d3","d4","d5","d6","d7"],"period":"2030-Q1"}');
  const byHand = frame.ids.toSorted((a, b) => (sm3(`${seed}:${a}`) < sm3(`${seed}:${b}`) ? -1 : 1)).slice(0, 3);

  expect(sampleOf(frame, third, sm3)).toEqual({ seed, drawn: byHand });
  expect(sampleOf(frame, third, sm3)).toEqual(VECTOR);
});

test('another period of the same dossiers draws by other lots', () => {
  expect(sampleOf({ ...frame, period: '2030-Q2' }, third, sm3).seed).not.toBe(VECTOR.seed);
});

test('at least so many are drawn, a share of a dossier is a whole one, and nothing is drawn from nothing', () => {
  const size = (count: number, sample: number, atLeast: number) =>
    sampleOf({ ...frame, ids: frame.ids.slice(0, count) }, { sample, atLeast }, sm3).drawn.length;

  expect(size(7, 30, 1)).toBe(3);
  expect(size(7, 1, 1)).toBe(1);
  expect(size(7, 0, 2)).toBe(2);
  expect(size(3, 10, 5)).toBe(3);
  expect(size(7, 100, 0)).toBe(7);
  expect(size(0, 30, 1)).toBe(0);
});

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
const share = fc.record({ sample: fc.integer({ min: 0, max: 100 }), atLeast: fc.integer({ min: 0, max: 5 }) });

test('the same frame gives the same draw in whatever order it comes, of the right size, out of the frame, each once', () => {
  fc.assert(
    fc.property(ids, share, fc.infiniteStream(fc.nat()), (framed, asked, order) => {
      const shuffled = framed
        .map((id) => ({ id, at: order.next().value! }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ id }) => id);
      const draw = sampleOf({ ...frame, ids: framed }, asked, sm3);
      const wanted = Math.min(framed.length, Math.max(asked.atLeast, Math.ceil((framed.length * asked.sample) / 100)));

      expect(sampleOf({ ...frame, ids: [...shuffled, ...shuffled] }, asked, sm3)).toEqual(draw);
      expect(draw.drawn).toHaveLength(wanted);
      expect(new Set(draw.drawn).size).toBe(wanted);
      expect(draw.drawn.every((id) => framed.includes(id))).toBe(true);
    }),
  );
});

test('nobody is drawn always and nobody never: over many periods every dossier has its turn', () => {
  const drawn = Array.from(
    { length: 300 },
    (_, at) => sampleOf({ ...frame, period: `p${at}` }, third, sm3).drawn,
  ).flat();

  for (const id of frame.ids) expect(drawn.filter((each) => each === id).length).toBeGreaterThan(80);
});
