import { countedKinds, keyKinds, matchKey, type KeyKind } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import type { Rarity } from '../matching/rarity.js';

/** Texts whose count is kept at hand; beyond that they are looked up anew, so that memory does not grow with a file. */
const mostSeen = 20_000;

/** Counts of one version; a word that was looked up lately is not hashed again. */
class CountedRarity implements Rarity {
  private readonly seen = new Map<string, number>();

  constructor(private readonly holders: ReadonlyMap<string, number>) {}

  word(word: string): number {
    return this.count(keyKinds.WORD, word);
  }

  name(fingerprint: string): number {
    return this.count(keyKinds.CORE, fingerprint);
  }

  phone(phone: string): number {
    return this.count(keyKinds.PHONE, phone);
  }

  host(host: string): number {
    return this.count(keyKinds.HOST, host);
  }

  private count(kind: KeyKind, text: string): number {
    const name = `${kind} ${text}`;
    const known = this.seen.get(name);
    if (known !== undefined) return known;
    const holders = this.holders.get(String(matchKey(kind, text))) ?? 1;
    if (this.seen.size >= mostSeen) this.seen.clear();
    this.seen.set(name, holders);
    return holders;
  }
}

/** The statistics that are in force, with their number. */
export interface Statistics {
  readonly version: number;
  readonly rarity: Rarity;
}

/** Keeps the statistics in memory; another version is read as soon as it is in force. */
export class StatisticsReader {
  private kept: Statistics | undefined;

  async read(sql: Sql): Promise<Statistics> {
    const version = await statisticsVersion(sql);
    if (this.kept?.version !== version) this.kept = { version, rarity: new CountedRarity(await readCounts(sql)) };
    return this.kept;
  }
}

async function statisticsVersion(sql: Sql): Promise<number> {
  const [state] = await sql.all<{ statistics_version: number }>('SELECT statistics_version FROM matching_state WHERE id = 1');
  return state?.statistics_version ?? 0;
}

async function readCounts(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.all<{ key: string; holders: number }>(`SELECT key, holders FROM key_count WHERE kind IN (${countedKinds.join(',')})`);
  return new Map(rows.map(({ key, holders }) => [key, holders]));
}
