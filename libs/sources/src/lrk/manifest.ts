import type { Source } from '../source.js';
import { userAgent } from '../user-agent.js';
import { deregistration, mapChildcare } from './mapping.js';
import { minimiseChildcare } from './minimise.js';

const privacy = 'Kan een privépersoon aanwijzen; de gids heeft het niet nodig.';
const disputes = 'De aansluiting bij de geschillencommissie staat niet in de gids.';

/** The register of all childcare: one row per type, address and holder. */
export const lrk: Source = {
  id: 'lrk',
  importId: 'lrk',
  title: 'LRK – kinderopvang',
  attribution: 'Bron: Landelijk Register Kinderopvang (LRK)',
  licence: 'CC-0 1.0',
  url: 'https://www.landelijkregisterkinderopvang.nl/opendata/export_opendata_lrk.csv',
  userAgent,
  scheduleDays: 14,
  mappingVersion: 2,
  // About half of the rows are childminders: a register that leaves them out is short, and a person may let it through (R8).
  limits: { rowsRefusedBelow: 25 },
  keyPattern: /^[0-9]{9}$/,
  columns: [
    { name: 'lrk_id', use: 'key', required: true },
    { name: 'type_oko', use: 'mapped', required: true },
    { name: 'opc', use: 'ignored', why: 'Of het een ouderparticipatiecrèche is, staat niet in de gids.' },
    { name: 'actuele_naam_oko', use: 'mapped', required: true },
    { name: 'aantal_kindplaatsen', use: 'mapped', required: true },
    { name: 've', aliases: ['vve'], use: 'mapped', required: true },
    { name: 'status', use: 'mapped', required: true },
    { name: 'inschrijfdatum', use: 'ignored', why: 'Gegeven van de registratie, niet van de organisatie.' },
    { name: 'uitschrijfdatum', use: 'ignored', why: 'Staat alleen in het bestand met historie; de status zegt genoeg.' },
    { name: 'opvanglocatie_adres', use: 'mapped', required: true },
    { name: 'opvanglocatie_postcode', use: 'mapped', required: true },
    { name: 'opvanglocatie_woonplaats', use: 'mapped', required: true },
    { name: 'bag_id', use: 'mapped', required: true },
    { name: 'naam_houder', use: 'mapped', required: true },
    { name: 'kvk_nummer_houder', use: 'mapped', required: true },
    {
      name: 'vestigingsnummer_houder',
      use: 'ignored',
      why: 'Vaak geen vestigingsnummer maar nullen of het aangevulde KvK-nummer.',
    },
    { name: 'rechtsvorm_houder', use: 'ignored', why: 'De rechtsvorm van de houder staat niet in de gids.' },
    { name: 'start_geschillencommissie', use: 'ignored', why: disputes },
    { name: 'einde_geschillencommissie', use: 'ignored', why: disputes },
    { name: 'houder_adres', use: 'ignored', why: privacy },
    { name: 'houder_postcode', use: 'ignored', why: privacy },
    { name: 'houder_woonplaats', use: 'ignored', why: privacy },
    { name: 'houder_buitenland', use: 'ignored', why: privacy },
    { name: 'correspondentie_adres', use: 'mapped', required: true },
    { name: 'correspondentie_postcode', use: 'mapped', required: true },
    { name: 'correspondentie_woonplaats', use: 'mapped', required: true },
    { name: 'correspondentie_buitenland', use: 'ignored', why: 'De gids kent alleen Nederlandse adressen.' },
    { name: 'contact_persoon', use: 'ignored', why: privacy },
    { name: 'contact_telefoon', use: 'mapped', required: true, wrapped: true },
    { name: 'contact_emailadres', use: 'mapped', required: true, wrapped: true },
    { name: 'contact_website', use: 'mapped', required: true, wrapped: true },
    { name: 'cbs_code', use: 'mapped', required: true },
    { name: 'verantwoordelijke_gemeente', use: 'ignored', why: 'De gemeentecode zegt hetzelfde, eenduidig.' },
    { name: 'gastouderbureau_1', use: 'ignored', why: 'Wijst een gastouder aan via zijn bureau; de gids toont geen gastouders.' },
    { name: 'gastouderbureau_2', use: 'ignored', why: 'Wijst een gastouder aan via zijn bureau; de gids toont geen gastouders.' },
    { name: 'lrk_url', use: 'ignored', why: 'Verwijst met een ander nummer naar de inschrijving; het LRK-nummer volstaat.' },
  ],
  minimise: minimiseChildcare,
  deregistered: deregistration,
  map: mapChildcare,
};
