import { useState } from 'react';

/** A choice kept on this machine between visits, under a name of its own; a broken one counts as none. */
export function useKept<T>(name: string, first: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(name) ?? first);
  const keep = (changed: T): void => {
    setValue(changed);
    localStorage.setItem(`bihuan.${name}`, JSON.stringify(changed));
  };
  return [value, keep];
}

function read<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(`bihuan.${name}`);
    return text === null ? null : (JSON.parse(text) as T); // what `keep` wrote on this machine
  } catch {
    return null;
  }
}
