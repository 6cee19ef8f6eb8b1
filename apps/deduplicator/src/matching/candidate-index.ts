import type { Candidate } from './literal-rule.js';
import type { MatchKeys } from './match-keys.js';

/** Candidates of a frame by key, so that each organisation meets only those that share one with it. */
export class CandidateIndex {
  private readonly byName: ReadonlyMap<string | undefined, readonly Candidate[]>;
  private readonly byAddress: ReadonlyMap<string | undefined, readonly Candidate[]>;

  constructor(candidates: readonly Candidate[]) {
    this.byName = Map.groupBy(candidates, (candidate) => candidate.nameKey);
    this.byAddress = Map.groupBy(candidates, (candidate) => candidate.addressKey);
  }

  /** @returns each candidate that shares a key, once */
  sharing({ nameKey, addressKey }: MatchKeys): Candidate[] {
    const byName = nameKey === undefined ? [] : (this.byName.get(nameKey) ?? []);
    const byAddress = addressKey === undefined ? [] : (this.byAddress.get(addressKey) ?? []);
    return [...new Set([...byName, ...byAddress])];
  }
}
