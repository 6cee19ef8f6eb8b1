-- One file in one transaction. The lines of the file land here as text, in the order of the LRK columns.
BEGIN;
SET LOCAL work_mem = '64MB';
CREATE TEMP TABLE staging (
  lrk_id text, type_oko text, opc text, actuele_naam_oko text, aantal_kindplaatsen text, ve text, status text,
  inschrijfdatum text, opvanglocatie_adres text, opvanglocatie_postcode text, opvanglocatie_woonplaats text, bag_id text,
  naam_houder text, kvk_nummer_houder text, vestigingsnummer_houder text, rechtsvorm_houder text,
  start_geschillencommissie text, einde_geschillencommissie text, houder_adres text, houder_postcode text,
  houder_woonplaats text, houder_buitenland text, correspondentie_adres text, correspondentie_postcode text,
  correspondentie_woonplaats text, correspondentie_buitenland text, contact_persoon text, contact_telefoon text,
  contact_emailadres text, contact_website text, cbs_code text, verantwoordelijke_gemeente text, gastouderbureau_1 text,
  gastouderbureau_2 text, lrk_url text
) ON COMMIT DROP;
