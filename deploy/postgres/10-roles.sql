-- One schema and one role per service: a role owns its own schema and sees no other (docs/deployment.md).
-- Runs by itself on a new server; repeatable, for a service that was added later.

DO $$
DECLARE
  service text;
  role_name text;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;

  FOREACH service IN ARRAY ARRAY['fetcher', 'mapper', 'deduplicator', 'publisher', 'notifier', 'gateway'] LOOP
    role_name := 'gids_' || service;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', role_name);
    END IF;
    -- CREATE is asked for by "CREATE SCHEMA IF NOT EXISTS" of the migration step, also where the schema exists.
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO %I', current_database(), role_name);
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, role_name);
    -- A process that hangs in a transaction must not keep its locks for ever.
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET idle_in_transaction_session_timeout = %L', role_name, current_database(), '10min');
  END LOOP;
END
$$;
