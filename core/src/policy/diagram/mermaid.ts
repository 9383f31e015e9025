import type { Pack, Route } from '../model.ts';
import { boxesOf, clauseLine, lanesOf, levels, seatLines, type Box } from './boxes.ts';

/** The route as Mermaid text: lanes by level, dashed boxes for units outside, dotted arrows for returns. */
export function mermaid(route: Route, pack: Pack): string {
  const boxes = boxesOf(route, pack);
  const lanes = lanesOf(boxes).flatMap((level) => [
    `  subgraph ${level}["${levels[level]}"]`,
    ...boxes.flatMap((box, at) => (box.level === level ? [`    ${node(box, at)}`] : [])),
    '  end',
  ]);
  const arrows = boxes.flatMap((box, at) => [
    ...(box.next === null ? [] : [`  s${at} --> s${box.next}`]),
    ...box.back.map((to) => `  s${at} -.->|退回| s${to}`),
  ]);
  return [
    '---',
    `title: "${escaped(`${route.id} ${route.title.zh}（${route.clause}）`)}"`,
    '---',
    'flowchart TB',
    ...styles,
    ...lanes,
    ...arrows,
    '',
  ].join('\n');
}

const styles = [
  '  classDef here fill:#ffffff,stroke:#1f5f8b,color:#1f2933',
  '  classDef external fill:#ffffff,stroke:#1f5f8b,color:#1f2933,stroke-dasharray:5 4',
  '  classDef closes fill:#ffffff,stroke:#2f7d5b,color:#1f2933,stroke-width:2px',
  '  classDef closesOutside fill:#ffffff,stroke:#2f7d5b,color:#1f2933,stroke-width:2px,stroke-dasharray:5 4',
];

function node({ step }: Box, at: number): string {
  const limits = step.limits.map((limit) => limit.words.zh);
  const copies = step.copies.map((copy) => `抄送 ${copy.who.zh}`);
  const lines = [step.title.zh, ...seatLines(step), clauseLine(step), ...limits, ...copies];
  const style = step.closes ? (step.external ? 'closesOutside' : 'closes') : step.external ? 'external' : 'here';
  // a label that begins with `1. ` is a list to Mermaid, which then draws a complaint in place of the step
  return `s${at}["${at + 1}#46; ${lines.map(escaped).join('<br/>')}"]:::${style}`;
}

// Mermaid reads quotes, hashes and angle brackets as its own, and knows character codes
const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/["#<>&`\\]/g, (sign) => `#${sign.charCodeAt(0)};`);
