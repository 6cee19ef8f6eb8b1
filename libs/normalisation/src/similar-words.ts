/** Shortest word that is recognised with a letter too many, too few or another one. */
const shortest = 6;

/** A list of words that is also recognised with one typing error, at the cost of a few look-ups per word. */
export class SimilarWords {
  private readonly words: ReadonlySet<string>;
  /** Every long word with one letter left out. */
  private readonly shortened: ReadonlySet<string>;

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
    const long = [...this.words].filter((word) => word.length >= shortest);
    this.shortened = new Set(long.flatMap(withoutOne));
  }

  has(word: string): boolean {
    if (this.words.has(word)) return true;
    if (word.length < shortest - 1 || this.shortened.size === 0) return false;
    return this.shortened.has(word) || withoutOne(word).some((less) => this.shortened.has(less) || (less.length >= shortest && this.words.has(less)));
  }
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
