import type { Kind, Pack, Route } from '../model.ts';
import { flowDrawing } from './flow-drawing.ts';
import { mermaid as asMermaid } from './mermaid.ts';
import { routeDrawing } from './route-drawing.ts';
import { svg as asSvg } from './svg.ts';

/** A route as an SVG image. */
export const svg = (route: Route, pack: Pack): string => asSvg(routeDrawing(route, pack));

/** A route as Mermaid text. */
export const mermaid = (route: Route, pack: Pack): string => asMermaid(routeDrawing(route, pack));

/** The flow of a kind as an SVG image. */
export const flowSvg = (kind: Kind, pack: Pack): string => asSvg(flowDrawing(kind, pack));

/** The flow of a kind as Mermaid text. */
export const flowMermaid = (kind: Kind, pack: Pack): string => asMermaid(flowDrawing(kind, pack));
