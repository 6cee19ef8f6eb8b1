/** Repeatable "chance" (mulberry32): the same seed always gives the same files. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** True in `percent` of all cases. */
  chance(percent) {
    return this.below(100) < percent;
  }

  digits(count) {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}
