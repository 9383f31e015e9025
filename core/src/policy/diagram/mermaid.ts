import type { Box, Drawing } from './drawing.ts';

/** A drawing as Mermaid text: lanes, dashed boxes for whoever is outside, dotted arrows for what comes again. */
export function mermaid({ id, title, basis, again, lanes: all, boxes }: Drawing): string {
  const lanes = all.flatMap((lane) => [
    `  subgraph ${lane.id}["${escaped(lane.label || ' ')}"]`,
    ...boxes.flatMap((box, at) => (box.lane === lane.id ? [`    ${node(box, at)}`] : [])),
    '  end',
  ]);
  const arrows = boxes.flatMap((box, at) => [
    ...box.next.map((to) => `  s${at} --> s${to}`),
    ...box.back.map((to) => `  s${at} -.->|${again}| s${to}`),
  ]);
  return [
    '---',
    `title: "${escaped(`${id} ${title}（${basis}）`)}"`,
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

function node({ lines, closes, outside }: Box, at: number): string {
  const style = closes ? (outside ? 'closesOutside' : 'closes') : outside ? 'external' : 'here';
  // what is framed comes after what is handed on, in the picture; here it reads better before
  const ordered = [...lines.filter(([kind]) => kind !== 'copy'), ...lines.filter(([kind]) => kind === 'copy')];
  // a label that begins with `1. ` is a list to Mermaid, which then draws a complaint in place of the step
  return `s${at}["${at + 1}#46; ${ordered.map(([, text]) => escaped(text)).join('<br/>')}"]:::${style}`;
}

// Mermaid reads quotes, hashes and angle brackets as its own, and knows character codes
const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/["#<>&`\\]/g, (sign) => `#${sign.charCodeAt(0)};`);
