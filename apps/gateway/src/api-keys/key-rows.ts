import type { ApiKeyView } from '../api/api-key.js';

/** A row of `api_key`. */
export interface KeyRow {
  id: string;
  name: string;
  import_id: string;
  prefix: string;
  key_hash: string;
  created_by: string;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** @returns a key as it may be shown: without its hash */
export function toKeyView(row: KeyRow): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    importId: row.import_id,
    prefix: row.prefix,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
    revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
  };
}
