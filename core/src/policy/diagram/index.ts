export { mermaid } from './mermaid.ts';
export { svg } from './svg.ts';
