/** What a workbook may be at most. One table, so that every refusal can name its number. */
export const LIMITS = {
  /** Size of the uploaded file. */
  fileBytes: 20 * 1024 * 1024,
  /** Entries of the archive that a workbook is; each picture is one. */
  entries: 2_000,
  /** Entries of a document that is kept as evidence: an OFD has several for each page. */
  documentEntries: 5_000,
  /** All entries together, unpacked; counted while unpacking, whatever the headers claim. */
  unpackedBytes: 100 * 1024 * 1024,
  /** Unpacked to packed, over the whole file; sheets of repeated words reach about 40. */
  ratio: 100,
  /** Below this size a ratio proves nothing. */
  ratioFrom: 1024 * 1024,
  /** One picture in a workbook, all of those in one sheet, and their number. */
  pictureBytes: 10 * 1024 * 1024,
  picturesBytes: 60 * 1024 * 1024,
  pictures: 1_000,
  sheets: 60,
  /** Rows with text in one sheet. */
  rows: 20_000,
  columns: 200,
  /** Where a sheet ends, in rows and in columns: what stands beyond it no spreadsheet has written. */
  lastRow: 1_048_576,
  lastColumn: 16_384,
  /** Cells inside merged blocks of one sheet: a library makes an object of each. */
  mergedCells: 200_000,
  /** Time for checking and reading one workbook. */
  readMs: 40_000,
  /** Time that a file waits for its turn, at most; then whoever sent it is told to come again. */
  waitMs: 300_000,
  /** Heap of the process that reads. */
  heapMb: 768,
  /** Processes that read at the same time; the next file waits for one of them. Together with `heapMb`, the most that reading takes. */
  readers: 2,
  /** Time for converting an older format. */
  convertMs: 90_000,
} as const;
