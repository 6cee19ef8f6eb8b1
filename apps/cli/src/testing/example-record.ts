import type { ImportRecordDetail } from '../gateway/import-record.js';

/** An imported school with a finding and a duplicate, with what a test wants to be different. */
export const exampleRecord = (changes: Partial<ImportRecordDetail> = {}): ImportRecordDetail => ({
  id: '1042',
  bron: 'duo-po',
  bronId: '00AB00',
  soort: 'organisatie',
  gidsId: 884_213,
  naam: 'De Regenboog',
  plaats: 'Emmen',
  importstatus: 'dubbelenGevonden',
  statustoelichting: 'Dubbele: zelfde adres als 102938 (De Regenboog).',
  publicatieactie: 'zichtbaarNaSucces',
  zichtbaar: false,
  gekoppeldeGidsOrganisatieId: null,
  importToelichting: null,
  nietMeerInBron: false,
  afgeschermd: false,
  versie: 3,
  gewijzigdOp: '2026-11-22T05:00:10.000Z',
  waarom: 'Niet zichtbaar, omdat G!DS 102938 een zichtbare dubbele is.',
  bevindingen: [{ ernst: 'waarschuwing', veld: 'TELEFOONNUMMER', waarde: '0591', melding: 'Het telefoonnummer is weggelaten.' }],
  dubbelen: [
    { gidsId: 102_938, naam: 'De Regenboog', plaats: 'Emmen', zichtbaar: true, klasse: 'waarschijnlijk', telt: true, oordeel: null, redenen: ['Zelfde adres.'] },
  ],
  organisatie: {
    bezoekadres: { straatnaam: 'Noorderstraat', huisnummer: 12, huisletter: 'A', huisnummertoevoeging: 'bis', postcode: '7811AB', woonplaats: 'Emmen' },
    postadres: null,
    telefoon: null,
    email: null,
    website: 'https://regenboog.example',
  },
  laatsteRunId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
  ...changes,
});
