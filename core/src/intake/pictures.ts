import type { ColumnMapping } from './mapping.ts';
import { headOf } from './mapping.ts';
import { squeeze } from './normalise.ts';
import type { Answers } from './question.ts';
import type { Said } from './said.ts';
import type { PictureFile, PictureLoss, Sheet } from './sheet.ts';

/** Why a picture does not come in: it cannot be kept, its row brings in nothing new, or somebody leaves it out. */
export type PictureLeft = PictureLoss | 'no-row' | 'row-known' | 'decided';

/**
 * A picture of the sheet. `group`: pictures that are asked about together, a column that is called after them or all the others
 * (`0`); `left`: why it does not come in, null where it may.
 */
export type PlacedPicture = {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** What its column is called, where that says that pictures stand there. */
  readonly head: string;
  readonly group: string;
  readonly file: PictureFile | null;
  readonly left: PictureLeft | null;
};

type Row = { readonly rows: readonly number[]; readonly sameAs?: string | null; readonly updates?: string | null };

const CALLED = /照片|图片|相片|影像|截图|图像|佐证|附图|现场图|(?:前|后|对比)图|^图$/;

/** All pictures of a sheet with what becomes of each: it goes with the problem in whose rows it lies. */
export function placePictures(
  { pictures = [] }: Sheet,
  columns: readonly ColumnMapping[],
  rows: readonly Row[],
  given: Answers,
): readonly PlacedPicture[] {
  const heads = new Map(columns.map((column) => [column.column + 1, headOf(column)]));
  const rowAt = new Map(rows.flatMap((row) => row.rows.map((at) => [at, row] as const)));
  const seen = new Map<string, number>();
  return pictures.map((picture): PlacedPicture => {
    const { row, column } = picture;
    const place = `${row}-${column}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    const id = count === 1 ? place : `${place}-${count}`;
    const head = squeeze(heads.get(column) ?? '');
    const named = CALLED.test(head);
    const own = rowAt.get(row);
    const known = own !== undefined && ((own.sameAs ?? null) !== null || (own.updates ?? null) !== null);
    const lost = 'lost' in picture ? picture.lost : null;
    const decided = given.get(pictureName(id))?.choose === 'skip' ? 'decided' : null;
    return {
      id,
      row,
      column,
      head: named ? head : '',
      group: named ? String(column) : '0',
      file: 'file' in picture ? picture.file : null,
      left: own === undefined ? 'no-row' : (lost ?? (known ? 'row-known' : decided)),
    };
  });
}

/** Under which a decision leaves a picture out. */
export const pictureName = (id: string): string => `picture:${id}`;

/** The pictures that lie in the rows of a problem. */
export const picturesBeside = <P extends Pick<PlacedPicture, 'row'>>(
  pictures: readonly P[],
  { rows }: Pick<Row, 'rows'>,
): readonly P[] => pictures.filter(({ row }) => rows.includes(row));

const WHY: Readonly<Record<PictureLeft, Said>> = {
  outside: { zh: '只是链接，图片不在文件里', en: 'only linked, and not in the file' },
  missing: { zh: '文件里没有存下这张图片', en: 'not stored in the file' },
  format: { zh: '不是JPG、PNG、WEBP图片（如EMF、GIF、BMP）', en: 'no JPG, PNG or WEBP (EMF, GIF, BMP, …)' },
  'too-large': { zh: '单张超过10 MB', en: 'larger than 10 MB' },
  'too-many': { zh: '图片过多，超过一次导入的限量', en: 'more pictures than one import takes' },
  'no-row': { zh: '不在要导入的行里', en: 'beside no row that comes in' },
  'row-known': { zh: '所在行并入或更新已有的问题', en: 'beside a row that goes to a problem known already' },
  decided: { zh: '选择了不导入', en: 'left out by choice' },
};

/** Why a picture does not come in, in words. */
export const whyLeft = (left: PictureLeft): Said => WHY[left];

const SHOWN = 10;

const rowsIn = (pictures: readonly Pick<PlacedPicture, 'row'>[]): string => {
  const rows = [...new Set(pictures.map(({ row }) => row))].sort((a, b) => a - b);
  return `${rows.slice(0, SHOWN).join('、')}${rows.length > SHOWN ? '……' : ''}`;
};

/** What a person is to know of the pictures: how many may come in, at which rows, and which are left out, each kind with its rows. */
export function pictureNotes(pictures: readonly PlacedPicture[], taken: boolean): readonly Said[] {
  const offered = pictures.filter(({ left }) => left === null);
  const lost = Map.groupBy(
    pictures.filter(({ left }) => left !== null && left !== 'decided'),
    ({ left }) => left,
  );
  return [
    ...(offered.length > 0 ? [taken ? offer(offered) : unplaced(offered)] : []),
    ...[...lost].map(([left, some]): Said => {
      const why = whyLeft(left ?? 'no-row');
      return {
        zh: `有${some.length}张图片不导入（第${rowsIn(some)}行）：${why.zh}；需要的，登记后请在佐证材料里上传`,
        en: `${some.length} pictures are left out (rows ${rowsIn(some)}): ${why.en}; upload what is needed as evidence later`,
      };
    }),
  ];
}

const offer = (offered: readonly PlacedPicture[]): Said => ({
  zh: `表里有${offered.length}张图片（第${rowsIn(offered)}行），可以随各行导入；逐行核对时能看到，也能逐张去掉`,
  en: `The sheet has ${offered.length} pictures (rows ${rowsIn(offered)}) that can come in with their rows; each is shown beside its row and can be left out`,
});

const unplaced = (offered: readonly PlacedPicture[]): Said => ({
  zh: `表里有${offered.length}张图片（第${rowsIn(offered)}行），这类事项没有存放附件的字段，图片不导入`,
  en: `The sheet has ${offered.length} pictures (rows ${rowsIn(offered)}); this kind has no field for files, and they are not imported`,
});
