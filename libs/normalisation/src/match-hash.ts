/**
 * A 64-bit hash of a text, as the signed integer that PostgreSQL's bigint holds. Two rounds of multiplication
 * with different seeds (cyrb53, both halves kept): spread matters here, secrecy does not.
 */
export function hash64(text: string): bigint {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}
