import { type ComponentType, createElement, type FC, lazy, Suspense } from 'react';

/** A window or a part that a page does not show at once: its code is fetched when it is first shown. @param name what the module calls it */
export function later<K extends string, P extends object>(
  load: () => Promise<Readonly<Record<K, ComponentType<P>>>>,
  name: K,
): FC<P> {
  const Part = lazy<FC<P>>(async () => {
    const { [name]: Shown } = await load();
    return { default: (given) => createElement(Shown, given) };
  });
  return (given) => createElement(Suspense, { fallback: null }, createElement(Part, given));
}
