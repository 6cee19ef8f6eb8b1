-- Mapping and normalising; materialised, so that each expression is computed once for a record.
CREATE TEMP TABLE mapped ON COMMIT DROP AS
WITH split AS MATERIALIZED (
  SELECT *, regexp_match(btrim(opvanglocatie_adres), '^(.*\S)\s+(\d+)\s*(.*)$') AS address FROM staging
), cleaned AS MATERIALIZED (
  SELECT
    lrk_id AS source_id,
    type_oko AS kind,
    btrim(actuele_naam_oko) AS name,
    address[1] AS street,
    address[2]::int AS house_number,
    upper(address[3]) AS house_letter,
    upper(replace(opvanglocatie_postcode, ' ', '')) AS postcode,
    btrim(opvanglocatie_woonplaats) AS town,
    cbs_code AS municipality_code,
    verantwoordelijke_gemeente AS municipality,
    bag_id,
    nullif(regexp_replace(contact_telefoon, '[^0-9+]', '', 'g'), '') AS phone,
    nullif(lower(btrim(contact_emailadres, ' ''')), '') AS email,
    nullif(regexp_replace(lower(btrim(contact_website, ' ''')), '^https?://', ''), '') AS site,
    nullif(aantal_kindplaatsen, '')::int AS places,
    to_date(inschrijfdatum, 'DD-MM-YYYY') AS registered_on,
    btrim(naam_houder) AS holder_name,
    nullif(kvk_nummer_houder, '') AS holder_coc_number,
    type_oko <> 'VGO' AND status = 'Ingeschreven' AS visible
  FROM split
)
SELECT *, encode(sha256(convert_to(cleaned::text, 'UTF8')), 'hex') AS hash, name_key(name) AS name_key FROM cleaned;
ANALYZE mapped (source_id, postcode, house_number, house_letter, name_key);

-- Match keys first, so that records of one file find each other.
INSERT INTO match_key
  SELECT 'lrk', source_id, postcode, house_number || house_letter, name_key FROM mapped ORDER BY source_id
ON CONFLICT (source, source_id) DO UPDATE
  SET postcode = EXCLUDED.postcode, house_number = EXCLUDED.house_number, name_key = EXCLUDED.name_key
  WHERE (match_key.postcode, match_key.house_number, match_key.name_key)
    IS DISTINCT FROM (EXCLUDED.postcode, EXCLUDED.house_number, EXCLUDED.name_key);

CREATE TEMP TABLE found ON COMMIT DROP AS
  SELECT mapped.source_id, other.source AS other_source, other.source_id AS other_id
  FROM mapped
  JOIN match_key other
    ON other.postcode = mapped.postcode
    AND other.house_number = mapped.house_number || mapped.house_letter
    AND other.name_key = mapped.name_key
    AND (other.source, other.source_id) <> ('lrk', mapped.source_id);

INSERT INTO duplicate_pair SELECT 'lrk', * FROM found ORDER BY source_id ON CONFLICT DO NOTHING;

INSERT INTO organisation (
  source, source_id, kind, name, street, house_number, house_letter, postcode, town, municipality_code, municipality, bag_id,
  phone, email, site, places, registered_on, holder_name, holder_coc_number, visible, hash, changed_at
)
  SELECT
    'lrk', source_id, kind, name, street, house_number, house_letter, postcode, town, municipality_code, municipality, bag_id,
    phone, email, site, places, registered_on, holder_name, holder_coc_number, visible, hash, now()
  FROM mapped ORDER BY source_id
ON CONFLICT (source, source_id) DO UPDATE SET
  kind = EXCLUDED.kind, name = EXCLUDED.name, street = EXCLUDED.street, house_number = EXCLUDED.house_number,
  house_letter = EXCLUDED.house_letter, postcode = EXCLUDED.postcode, town = EXCLUDED.town,
  municipality_code = EXCLUDED.municipality_code, municipality = EXCLUDED.municipality, bag_id = EXCLUDED.bag_id,
  phone = EXCLUDED.phone, email = EXCLUDED.email, site = EXCLUDED.site, places = EXCLUDED.places,
  registered_on = EXCLUDED.registered_on, holder_name = EXCLUDED.holder_name,
  holder_coc_number = EXCLUDED.holder_coc_number, visible = EXCLUDED.visible, hash = EXCLUDED.hash,
  changed_at = EXCLUDED.changed_at
  WHERE organisation.hash IS DISTINCT FROM EXCLUDED.hash;

INSERT INTO import_record (source, source_id, status, action, hash, changed_at)
  SELECT
    'lrk', source_id, CASE WHEN duplicate THEN 'dubbel' ELSE 'nieuw' END, CASE WHEN visible THEN 'tonen' ELSE 'verbergen' END,
    hash, now()
  FROM (SELECT *, source_id IN (SELECT found.source_id FROM found) AS duplicate FROM mapped) AS record
  ORDER BY source_id
ON CONFLICT (source, source_id) DO UPDATE SET
  status = EXCLUDED.status, action = EXCLUDED.action, hash = EXCLUDED.hash, changed_at = EXCLUDED.changed_at
  WHERE import_record.hash IS DISTINCT FROM EXCLUDED.hash;

COMMIT;
