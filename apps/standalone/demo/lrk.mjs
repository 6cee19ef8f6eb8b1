import { hostOf, inventedName } from './names.mjs';
import { addressIn, phoneIn, PLACES } from './places.mjs';
import { Random } from './random.mjs';

const HEADER =
  'lrk_id;type_oko;opc;actuele_naam_oko;aantal_kindplaatsen;ve;status;inschrijfdatum;opvanglocatie_adres;opvanglocatie_postcode;opvanglocatie_woonplaats;bag_id;naam_houder;kvk_nummer_houder;vestigingsnummer_houder;rechtsvorm_houder;start_geschillencommissie;einde_geschillencommissie;houder_adres;houder_postcode;houder_woonplaats;houder_buitenland;correspondentie_adres;correspondentie_postcode;correspondentie_woonplaats;correspondentie_buitenland;contact_persoon;contact_telefoon;contact_emailadres;contact_website;cbs_code;verantwoordelijke_gemeente;gastouderbureau_1;gastouderbureau_2;lrk_url';
const ROWS = 260;
const NUMBER_FORMS = [' H', 'b', ' huis', ' zw', ' 4', ' n 1', ' B', ' bis'];

/** What one registration has that others have not; by position in the file. */
const QUIRKS = {
  9: (row) => ({ ...row, actuele_naam_oko: "'t Lettergras" }),
  41: (row) => ({ ...row, actuele_naam_oko: 'Coöperatie De Wilgenvlinder ' }),
  57: (row) => ({ ...row, opvanglocatie_woonplaats: 's-Gravenhage' }),
  73: (row) => ({ ...row, contact_telefoon: "'06-00012345 / 020-0012345'" }),
  // A semicolon in a name: LRK does not quote, so this line has one column too many.
  128: (row) => ({ ...row, actuele_naam_oko: 'Kinderdagverblijf Zon; Maan en Sterren' }),
};

/** The registrations of the demo. */
export function makeRegistrations(schools) {
  const random = new Random(31_800);
  const holders = Array.from({ length: 12 }, (_, index) => makeHolder(index, random));
  const rows = [];
  for (let index = 0; index < ROWS; index++) {
    const row = makeRow(index, rows.at(-1), schools, holders, random);
    rows.push(QUIRKS[index]?.(row) ?? row);
  }
  return rows;
}

/** The file as LRK publishes it: UTF-8 with byte order mark, semicolons, CRLF, no quotes, apostrophes round contact fields. */
export function lrkFile(registrations) {
  const columns = HEADER.split(';');
  const lines = registrations.map((row) => columns.map((column) => row[column] ?? '').join(';'));
  return Buffer.from(`\uFEFF${[HEADER, ...lines].map((line) => `${line}\r\n`).join('')}`, 'utf8');
}

function makeRow(index, previous, schools, holders, random) {
  const place = random.pick(PLACES);
  const lrkId = String(999_000_000 + index * 37);
  if (index % 4 === 3) return { ...registration(lrkId, 'VGO', place, random), ...childminder(index, random) };
  if (index % 32 === 6) return { ...registration(lrkId, 'GOB', place, random), ...centre(`Gastouderbureau ${inventedName(random)}`, holders, random) };
  if (index % 4 !== 2) return { ...registration(lrkId, 'KDV', place, random), ...centre(`Kinderdagverblijf ${inventedName(random)}`, holders, random) };
  if (index % 8 === 6) return afterSchoolCareOf(previous, lrkId, random);
  const school = schools[(index * 7) % schools.length];
  return { ...registration(lrkId, 'BSO', school.place, random), ...inSchool(school), ...centre(`BSO ${school.name}`, holders, random) };
}

function registration(lrkId, type, place, random) {
  const { street, number, postcode } = addressIn(place, random);
  const suffix = random.chance(15) ? random.pick(NUMBER_FORMS) : '';
  return {
    lrk_id: lrkId,
    type_oko: type,
    aantal_kindplaatsen: type === 'GOB' ? '' : String(8 + 4 * random.below(12)),
    ve: random.chance(15) ? 'Ja' : 'Nee',
    status: 'Ingeschreven',
    inschrijfdatum: date(random),
    opvanglocatie_adres: `${street} ${number}${suffix}${random.chance(74) ? ' ' : ''}`,
    opvanglocatie_postcode: postcode,
    opvanglocatie_woonplaats: place.lrkTown,
    bag_id: `${place.municipalityCode}0199${random.digits(8)}`,
    contact_telefoon: random.chance(25) ? "''" : wrapped(phoneForm(phoneIn(place, random), place.areaCode.length, random)),
    cbs_code: place.municipalityCode,
    verantwoordelijke_gemeente: place.municipality.toLowerCase().replace(/(^|[\s-])(\w)/g, (match) => match.toUpperCase()),
    lrk_url: `https://www.landelijkregisterkinderopvang.nl/pp/#/inzien/oko/gegevens/00000000-0000-4000-8000-000${lrkId}`,
  };
}

/** One location normally has several registrations: day care and after-school care of one holder at one address. */
function afterSchoolCareOf(daycare, lrkId, random) {
  const own = registration(lrkId, 'BSO', random.pick(PLACES), random);
  const { lrk_id, type_oko, aantal_kindplaatsen, inschrijfdatum, lrk_url } = own;
  const name = daycare.actuele_naam_oko.replace('Kinderdagverblijf', 'BSO');
  return { ...daycare, lrk_id, type_oko, aantal_kindplaatsen, inschrijfdatum, lrk_url, actuele_naam_oko: name };
}

/** Someone who minds children at home: in the real file a private person, so here visibly nobody. */
function childminder(index, random) {
  const name = `Gastouder Voorbeeld ${index}`;
  const atParents = random.chance(22)
    ? { opvanglocatie_adres: 'Opvang bij de vraagouder', opvanglocatie_postcode: '', opvanglocatie_woonplaats: '', bag_id: '' }
    : {};
  return {
    ...atParents,
    actuele_naam_oko: name,
    aantal_kindplaatsen: '6',
    ve: 'Nee',
    naam_houder: name,
    contact_persoon: wrapped(name),
    contact_telefoon: random.chance(40) ? "''" : wrapped(`06-000${random.digits(5)}`),
    contact_emailadres: "''",
    contact_website: "''",
    gastouderbureau_1: '999000222',
  };
}

function centre(name, holders, random) {
  const holder = random.pick(holders);
  return {
    opc: 'Nee',
    actuele_naam_oko: name,
    ...holder.columns,
    vestigingsnummer_houder: random.pick(['000000000000', `0000${holder.columns.kvk_nummer_houder}`, `${holder.columns.kvk_nummer_houder}0000`]),
    start_geschillencommissie: random.chance(80) ? date(random) : '',
    contact_persoon: random.chance(45) ? wrapped('Mevr. A. Voorbeeld') : "''",
    contact_emailadres: random.chance(60) ? wrapped(`info@${holder.host}`) : "''",
    contact_website: random.chance(50) ? wrapped(random.pick(['', 'www.', 'http://www.', 'https://']) + holder.host) : "''",
  };
}

function inSchool({ place, street, number, postcode }) {
  return {
    opvanglocatie_adres: `${street} ${number.replace('-', ' ')} `,
    opvanglocatie_postcode: postcode.replace(' ', '') || `${place.postcode}AB`,
    opvanglocatie_woonplaats: place.lrkTown,
  };
}

function makeHolder(index, random) {
  const place = random.pick(PLACES);
  const name = inventedName(random);
  const { street, number, postcode } = addressIn(place, random);
  const address = { adres: `${street} ${number}`, postcode, woonplaats: place.lrkTown.toUpperCase() };
  const isFoundation = index % 3 === 0;
  return {
    host: hostOf(name),
    columns: {
      naam_houder: isFoundation ? `Stichting Kinderopvang ${name}` : `Kinderopvang ${name} B.V.`,
      kvk_nummer_houder: `0000${String(1_000 + index)}`,
      rechtsvorm_houder: isFoundation ? 'Stichting' : 'Besloten Vennootschap',
      houder_adres: address.adres,
      houder_postcode: address.postcode,
      houder_woonplaats: address.woonplaats,
      correspondentie_adres: random.chance(40) ? `Postbus ${100 + random.below(900)}` : address.adres,
      correspondentie_postcode: address.postcode,
      correspondentie_woonplaats: address.woonplaats,
    },
  };
}

const wrapped = (value) => `'${value}'`;

function phoneForm(phone, areaLength, random) {
  return phone.slice(0, areaLength) + random.pick(['-', '-', ' ', '']) + phone.slice(areaLength);
}

function date(random) {
  const [day, month] = [1 + random.below(28), 1 + random.below(12)].map((part) => String(part).padStart(2, '0'));
  return `${day}-${month}-${2005 + random.below(21)}`;
}
