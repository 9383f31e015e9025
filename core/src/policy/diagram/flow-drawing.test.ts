import { expect, test } from 'vitest';
import { courts } from '../testing/courts.ts';
import { library } from '../testing/library.ts';
import { withKinds } from '../with-kinds.ts';
import { flowMermaid, flowSvg, mermaid } from './index.ts';

const [court] = courts.policy.kinds!;

test('a box for each procedure of a kind, an arrow where one brings the next, green where it may end', () => {
  const text = flowMermaid(court!, courts);

  expect(text).toContain('title: "court 球场（§1，裁定r1）"');
  expect(text).toContain('s0["1#46; 看场<br/>立项后开始<br/>§1"]:::closes');
  expect(text.match(/s\d --> s\d/g)).toEqual(['s0 --> s1']);
  expect(flowSvg(court!, courts).match(/<rect [^>]*rx="4"/g)).toHaveLength(2);
});

test('what a list or an act brings has no arrow, and the ways through a procedure are named', () => {
  const { kinds } = withKinds(library.policy);
  const text = flowMermaid(kinds[0]!, library);

  expect(text.match(/s\d --> s\d/g)).toEqual(['s1 --> s2']);
  expect(text).toContain('整改完成后开始');
  expect(text).toContain('mend 自己修：损坏程度为light');
});

test('what comes again is drawn back to it', () => {
  const again = {
    ...court!,
    flow: [court!.flow[1]!, { run: 'check', begins: ['ended/mending'], times: 'once' as const }],
  };

  expect(flowMermaid(again, courts).match(/s\d -\.->\|再次\| s\d/g)).toEqual(['s1 -.->|再次| s0']);
});

test('a step that ends in several ways leads to each, an upheld objection leads back, and an addressee is told from a copy', () => {
  const [check, mending] = courts.policy.procedures;

  expect(mermaid(check!.routes[0]!, courts).match(/s\d --> s\d/g)).toEqual(['s0 --> s1']);
  expect(mermaid(check!.routes[0]!, courts)).toMatch(/主送 管场人.*抄送 会所/);
  expect(mermaid(mending!.routes[0]!, courts)).toContain('s1 -.->|退回| s0');
});
