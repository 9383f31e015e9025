import { expect, test } from 'vitest';
import { library } from '../testing/library.ts';
import { step } from '../testing/library-words.ts';
import { routeOf, withRoute, withStep } from '../testing/plant.ts';
import { mermaid, svg } from './index.ts';

const inspect = routeOf(library, 'inspect');
const count = (text: string, part: RegExp) => [...text.matchAll(part)].length;

test('a box for each step in the lane of its level, arrows on, dashed arrows back', () => {
  const text = mermaid(inspect, library);

  expect(text).toContain('flowchart TB');
  expect(text).not.toMatch(/\["\d+\. /); // Mermaid would take it for a list
  expect(text).toMatch(/subgraph township\["乡镇"\]\n {4}s0/);
  expect(text).toMatch(
    /subgraph city\["市"\]\n {4}s1\["2#46; on-site<br\/>市图书馆·专家<br\/>§3<br\/>自整改完成起20个工作日（当日不计）"\]:::external/,
  );
  expect(text.match(/s\d --> s\d/g)).toEqual(['s0 --> s1', 's1 --> s2']);
  expect(text.match(/s\d -\.->\|退回\| s\d/g)).toEqual(['s1 -.->|退回| s0', 's2 -.->|退回| s0']);
});

test('the image has the same boxes; units outside are dashed, the closing step is green', () => {
  const image = svg(inspect, library);

  expect(count(image, /<rect [^>]*rx="4"/g)).toBe(3);
  expect(count(image, /<rect [^>]*rx="4"[^>]*stroke-dasharray/g)).toBe(1);
  expect(count(image, /<rect [^>]*rx="4"[^>]*stroke="#2f7d5b"/g)).toBe(1);
  expect(count(image, /marker-end="url\(#to\)"/g)).toBe(2);
  expect(count(image, /marker-end="url\(#back\)"/g)).toBe(1);
});

test('nothing leaves the sheet', () => {
  for (const route of library.policy.procedures.flatMap((procedure) => procedure.routes)) {
    const image = svg(route, library);
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(image) ?? []).map(Number);
    const boxes = [...image.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="4"/g)].map((found) =>
      found.slice(1).map(Number),
    );

    expect(boxes).toHaveLength(route.steps.length);
    for (const [x = 0, y = 0, w = 0, h = 0] of boxes) expect(x >= 0 && x + w <= width && y + h <= height).toBe(true);
  }
});

test('text of the pack cannot become markup', () => {
  const evil = withStep(library, 'inspect', 'on-site', { title: { zh: '<script>"a"&\u0007' } });

  expect(svg(routeOf(evil, 'inspect'), evil)).toContain('&lt;script&gt;&quot;a&quot;&amp; ');
  expect(svg(routeOf(evil, 'inspect'), evil)).not.toContain('<script');
  expect(mermaid(routeOf(evil, 'inspect'), evil)).toContain('#60;script#62;#34;a#34;#38;');
});

test('a step that jumps ahead is drawn past the boxes between', () => {
  const steps = [
    step('a', 'draft', 'desk/clerk', { next: 'c' }),
    step('b', 'submit', 'desk/clerk'),
    step('c', 'issue', 'desk/head'),
  ];
  const image = svg(routeOf(withRoute(library, 'rebind', { steps }), 'rebind'), library);

  expect(image).toMatch(/<path d="M\d+ [\d.]+H14V[\d.]+H\d+"/);
});

test('several seats say whether any of them will do or all must', () => {
  const by = routeOf(library, 'glance').steps.flatMap((each) => each.by);
  const drawn = (together: 'any' | 'all') => {
    const pack = withStep(library, 'rebind', 'issue', { by, together });
    return svg(routeOf(pack, 'rebind'), pack);
  };

  expect(drawn('any')).toContain('或 馆务会·主席');
  expect(drawn('all')).toContain('和 馆务会·主席');
});
