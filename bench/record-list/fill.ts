import { fold } from '@gids/normalisation';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { placeAt } from '../data/place.ts';
import { between, chance, pick, randomFor, type Random } from '../data/random.ts';

const seed = 4_711;
const batch = 1_000;
/** Beyond those that the importorganisaties take for themselves. */
const firstGidsId = 1_000_000;
const runIds = Array.from({ length: 20 }, () => uuidv7());
const actions = ['SHOW_ON_SUCCESS', 'SHOW_ON_SUCCESS', 'SHOW_ON_SUCCESS', 'SHOW_IGNORE_DUPLICATES', 'DO_NOT_SHOW'];
const phone = { severity: 'warning', code: 'unusableValue', field: 'TELEFOON', value: '12', message: 'Telefoonnummer "12" is geen geldig telefoonnummer en is weggelaten.' };
const kind = { severity: 'error', code: 'unknownValue', field: 'SOORT', value: 'XYZ', message: 'Soort "XYZ" (kolom SOORT) is een onbekende waarde.' };
const postcode = { severity: 'error', code: 'required', field: 'POSTCODE', value: '', message: 'Postcode: verplicht veld is leeg.' };

/**
 * Puts as many import records with their organisations in a publisher's database as asked, of two imports, in the mix
 * of a real one: one in eight with duplicates, one in fourteen with errors, one in seven with a decision of a person.
 */
export async function fillRecords(pool: pg.Pool, count: number): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, index) => rowAt(from + index));
    await pool.query(insertOrganisations, [JSON.stringify(rows)]);
    await pool.query(insertRecords, [JSON.stringify(rows)]);
  }
  await pool.query('INSERT INTO review_round (import_id, opened_at) VALUES ($1, now()), ($2, now())', ['duo', 'lrk']);
  await pool.query(insertItems);
  await pool.query('ANALYZE');
}

function rowAt(index: number) {
  const random = randomFor(seed, index);
  const { name, street, houseNumber, postcode: code, town } = placeAt(seed, index);
  const status = statusOf(random());
  const sourceId = index % 5 === 0 ? 'duo-po' : 'lrk';
  const action = status === 'SUCCESS' ? pick(random, actions) : 'SHOW_ON_SUCCESS';
  const address = { street, houseNumber, postcode: code, town: town.name };
  return {
    gids_id: firstGidsId + index,
    import_id: sourceId === 'lrk' ? 'lrk' : 'duo',
    source_id: sourceId,
    record_id: String(between(random, 10_000_000, 99_999_999)) + String(index).padStart(5, '0'),
    name,
    name_folded: fold(name),
    town: town.name,
    town_folded: fold(town.name),
    postcode: code,
    content: { kind: 'DAY_CARE', name, visitAddress: address, phone: '0302221133', website: `https://www.${index}.example`, identifiers: [], attributes: { province: town.province } },
    status,
    publication_action: action,
    visible: status === 'SUCCESS' && action !== 'DO_NOT_SHOW',
    linked: action === 'DO_NOT_SHOW' && chance(random, 0.5) ? firstGidsId + between(random, 0, 9_999) : null,
    note: chance(random, 0.02) ? 'Afgesproken met de school.' : null,
    missing: chance(random, 0.01),
    issues: issuesOf(status, random),
    duplicates: status === 'DUPLICATES_FOUND' ? duplicatesOf(random) : [],
    last_run_id: pick(random, runIds),
    changed_at: new Date(Date.UTC(2026, 0, 1) + between(random, 0, 320 * 86_400) * 1_000).toISOString(),
  };
}

function statusOf(share: number): string {
  if (share < 0.8) return 'SUCCESS';
  if (share < 0.93) return 'DUPLICATES_FOUND';
  return share < 0.97 ? 'CONVERSION_ERRORS' : 'VALIDATION_ERRORS';
}

function issuesOf(status: string, random: Random): object[] {
  if (status === 'CONVERSION_ERRORS') return [kind];
  if (status === 'VALIDATION_ERRORS') return [postcode];
  return chance(random, 0.1) ? [phone] : [];
}

function duplicatesOf(random: Random): object[] {
  return Array.from({ length: between(random, 1, 3) }, () => ({
    gidsId: between(random, 1, 99_999),
    name: 'De Regenboog',
    town: 'Wilgenveen',
    visible: true,
    matchedOn: [pick(random, ['NAME', 'ADDRESS'])],
    class: 'POSSIBLE',
    score: 7,
    counts: true,
    reasons: ['Zelfde adres (9311AB 13)'],
  }));
}

const columns = `gids_id bigint, import_id text, source_id text, record_id text, name text, name_folded text, town text, town_folded text, postcode text, content jsonb,
  status text, publication_action text, visible boolean, linked bigint, note text, missing boolean, issues jsonb, duplicates jsonb, last_run_id uuid, changed_at timestamptz`;

const insertOrganisations = `INSERT INTO organisation (gids_id, management, kind, name, name_folded, town, town_folded, postcode, content, content_hash, visible, version, source_id)
  SELECT gids_id, 'IMPORTED', 'DAY_CARE', name, name_folded, town, town_folded, postcode, content, 'x', visible, 1, source_id FROM json_to_recordset($1::json) AS row (${columns})`;

const insertRecords = `INSERT INTO import_record (import_id, source_id, record_id, gids_id, name, name_folded, status, publication_action, make_visible, visible,
    missing_at_source, linked_organisation_id, note, issues, duplicates, run_sequence, last_run_id, version, changed_at)
  SELECT import_id, source_id, record_id, gids_id, name, name_folded, status, publication_action, true, visible, missing, linked, note, issues, duplicates, 1, last_run_id, 1, changed_at
  FROM json_to_recordset($1::json) AS row (${columns})`;

const insertItems = `INSERT INTO review_item (round_id, record_id, reason, fingerprint, opened_at)
  SELECT round.id, r.id, CASE WHEN r.status = 'DUPLICATES_FOUND' THEN 'POSSIBLE_DUPLICATE' ELSE r.status END, '', now()
  FROM import_record r JOIN review_round round USING (import_id) WHERE r.status <> 'SUCCESS'`;
