import { picturesBeside, type PictureFile, type PlacedPicture, type RowFrame } from '@bihuan/core/intake';
import type { Facts } from '@bihuan/core/policy';
import { withoutMarks } from '../../files/plain-name.ts';
import type { StoredFile } from '../../store/files.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import { keptAsWhat } from './asked-pictures.ts';

/** A picture that a row brings along: where it is, the cell it lies at, what it is called and kept as. */
export type Brought = { readonly file: PictureFile; readonly cell: string; readonly name: string; readonly as: string };

/** The pictures of a row that somebody said are to come in. One that several rows show is called after the first. */
export function broughtBy(
  row: Pick<RowFrame, 'rows'>,
  pictures: readonly PlacedPicture[],
  chosen: Facts,
): readonly Brought[] {
  const seen = new Set<string>();
  return picturesBeside(pictures, row).flatMap((picture) => {
    const { file, row: at, column } = picture;
    const as = keptAsWhat(chosen, picture);
    if (as === null || file === null || seen.has(`${as} ${file.part}`)) return [];
    seen.add(`${as} ${file.part}`);
    const first = pictures.find((one) => one.left === null && one.file?.part === file.part) ?? picture;
    const name = `${first.head || '图片'}（${cellName(first)}）.${file.ending}`;
    return [{ file, cell: cellName({ row: at, column }), name: withoutMarks(name.slice(-100)), as }];
  });
}

/** A cell as people call it: H3. */
export function cellName({ row, column }: Pick<PlacedPicture, 'row' | 'column'>): string {
  const letters = (at: number): string => (at < 1 ? '' : letters(Math.floor((at - 1) / 26)) + sign((at - 1) % 26));
  return `${letters(column)}${row}`;
}

const sign = (at: number): string => String.fromCodePoint(65 + at);

/** Files of pictures by their place in the workbook; null: it could not be taken out. */
export type Kept = ReadonlyMap<string, StoredFile | null>;

/** Where a picture came from, as it stands beside it. */
export const fromWhere = ({ name, sheet }: Pick<ImportRecord, 'name' | 'sheet'>, { cell }: Brought): string =>
  `导入自“${name}”（${sheet}，${cell}）`.slice(0, 500);
