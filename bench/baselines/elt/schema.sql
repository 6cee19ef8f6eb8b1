-- The state of the importer in one database: what five services keep, without the messages between them.

CREATE TABLE organisation (
  gids_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  source_id text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  street text,
  house_number int,
  house_letter text,
  postcode text,
  town text,
  municipality_code text,
  municipality text,
  bag_id text,
  phone text,
  email text,
  site text,
  places int,
  registered_on date,
  holder_name text,
  holder_coc_number text,
  visible boolean NOT NULL,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (source, source_id)
);
CREATE INDEX organisation_address ON organisation (postcode, house_number);

CREATE TABLE import_record (
  source text NOT NULL,
  source_id text NOT NULL,
  status text NOT NULL,
  action text NOT NULL,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (source, source_id)
);

CREATE TABLE match_key (
  source text NOT NULL,
  source_id text NOT NULL,
  postcode text NOT NULL,
  house_number text NOT NULL,
  name_key text NOT NULL,
  PRIMARY KEY (source, source_id)
);
CREATE INDEX match_key_value ON match_key (postcode, house_number, name_key);

CREATE TABLE duplicate_pair (
  source text NOT NULL,
  source_id text NOT NULL,
  other_source text NOT NULL,
  other_id text NOT NULL,
  PRIMARY KEY (source, source_id, other_source, other_id)
);
