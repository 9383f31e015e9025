import type { ImportView, Settling } from './use-import.ts';

/** What a part of the wizard needs: how it stands, and how to settle something. */
export type Part = {
  readonly view: ImportView;
  readonly settle: (settling: Settling) => void;
  readonly busy: boolean;
};
