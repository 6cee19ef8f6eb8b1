/** Remembers which of a source's records a file holds: one bit each, so that memory stays flat. */
export class SeenRecords {
  private bits = new Uint8Array(1024);

  /** @returns false where the record had been seen before: the file holds it twice */
  add(ordinal: number): boolean {
    const index = ordinal >> 3;
    if (index >= this.bits.length) this.grow(index);
    const mask = 1 << (ordinal & 7);
    const before = this.bits[index] ?? 0;
    this.bits[index] = before | mask;
    return (before & mask) === 0;
  }

  has(ordinal: number): boolean {
    return ((this.bits[ordinal >> 3] ?? 0) & (1 << (ordinal & 7))) !== 0;
  }

  private grow(index: number): void {
    const larger = new Uint8Array(Math.max(this.bits.length * 2, index + 1));
    larger.set(this.bits);
    this.bits = larger;
  }
}
