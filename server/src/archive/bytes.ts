/** Bytes that arrive in pieces of any size, taken in pieces of a wanted one. */
export type Bytes = {
  /** So many bytes, or fewer where the source ends. */
  readonly upTo: (count: number) => Promise<Buffer>;
  /** Everything before the next line end, which is taken too; null where none comes within `most` bytes. */
  readonly line: (most: number) => Promise<string | null>;
};

/** @param source read no faster than it is taken: never more than one of its pieces is held beyond what was asked for */
export function bytesOf(source: AsyncIterable<Uint8Array>): Bytes {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let size = 0;
  const fill = async (count: number): Promise<void> => {
    while (size < count) {
      const { done, value } = await pieces.next();
      if (done) return;
      held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      size += value.byteLength;
    }
  };
  const take = (count: number): Buffer => {
    const all = held.length === 1 ? held[0]! : Buffer.concat(held);
    const taken = all.subarray(0, count);
    held = taken.length < all.length ? [all.subarray(taken.length)] : [];
    size -= taken.length;
    return taken;
  };
  return {
    async upTo(count) {
      await fill(count);
      return take(count);
    },
    async line(most) {
      await fill(most);
      const end = Buffer.concat(held).subarray(0, most).indexOf('\n');
      return end === -1 ? null : take(end + 1).toString('utf8', 0, end);
    },
  };
}
