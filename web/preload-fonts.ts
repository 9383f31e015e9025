import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What a style sheet says of one slice of a font. */
type Slice = { readonly file: string; readonly has: (letter: number) => boolean };

/**
 * Asks for the slices of the font that these words are written in as soon as the page is asked for, instead of after its scripts
 * and styles. All others the browser fetches when a letter of theirs stands on the screen.
 */
export function preloadFonts(words: string): Plugin {
  const letters = [...new Set(Array.from(words, (letter) => letter.codePointAt(0) ?? 0))];
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const styles = Object.values(bundle).flatMap((one) =>
          one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
        );
        const needed = styles
          .flatMap((style) => slicesIn(style))
          .filter(({ has }) => letters.some((letter) => has(letter)));
        return [...new Set(needed.map(({ file }) => file))].map((file) => preloaded(file));
      },
    },
  };
}

const preloaded = (href: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: true },
  injectTo: 'head',
});

function slicesIn(style: string): readonly Slice[] {
  return [...style.matchAll(/@font-face\s*\{[^}]*\}/g)].flatMap(([face]) => {
    const file = /url\(["']?([^"')]+\.woff2)/.exec(face)?.[1];
    const ranges = [
      ...(/unicode-range:([^;}]+)/.exec(face)?.[1] ?? '').matchAll(/U\+([\da-f?]+)(?:-([\da-f]+))?/gi),
    ].map(
      ([, from = '', to]) =>
        [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to ?? from.replaceAll('?', 'F'), 16)] as const,
    );
    return file ? [{ file, has: (letter) => ranges.some(([from, to]) => letter >= from && letter <= to) }] : [];
  });
}
