/** The page's own ground: what names and links stand on. The white of a sheet is lighter still, so that what is told apart here is there. */
const GROUND = '#f6f8fa';

/** The least contrast at which small text can be read by everybody (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

const HEX = /^#[0-9a-f]{6}$/i;

/** Whether this is a colour as a browser writes it: `#1f5f8b`. */
export const isColour = (colour: string): boolean => HEX.test(colour);

const channels = (colour: string): readonly [number, number, number] => {
  const at = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
};

/** Relative luminance of a colour, 0 black to 1 white (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** How well text of this colour is told from the page's ground: 1 not at all, 21 black on white. */
export function contrastOnPage(colour: string): number {
  return (luminance(GROUND) + 0.05) / (luminance(colour) + 0.05);
}

/** Red says overdue on every page and nothing else: within 25° of pure red, and no mere grey. */
export function looksOverdue(colour: string): boolean {
  const [r, g, b] = channels(colour);
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (most !== r || most - least < 60) return false;
  return (Math.abs(g - b) / (most - least)) * 60 <= 25;
}
