import { hostOf, inventedName } from './names.mjs';
import { addressIn, phoneIn, PLACES } from './places.mjs';
import { Random } from './random.mjs';

const HEADER =
  'PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES;STRAATNAAM CORRESPONDENTIEADRES;HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES;POSTCODE CORRESPONDENTIEADRES;PLAATSNAAM CORRESPONDENTIEADRES;NODAAL GEBIED CODE;NODAAL GEBIED NAAM;RPA-GEBIED CODE;RPA-GEBIED NAAM;WGR-GEBIED CODE;WGR-GEBIED NAAM;COROPGEBIED CODE;COROPGEBIED NAAM;ONDERWIJSGEBIED CODE;ONDERWIJSGEBIED NAAM;RMC-REGIO CODE;RMC-REGIO NAAM;VAKANTIEREGIO';
const ROWS = 240;
const BLANK = ' ';
/** DUO cuts streets and towns off here. */
const CUT = 24;

const KINDS = ['Basisschool', 'Openbare Basisschool', 'Christelijke Basisschool', 'Kindcentrum', 'IKC', 'CBS', 'OBS', 'Daltonschool', 'Montessorischool'];
const DENOMINATIONS = [
  'Openbaar', 'Openbaar', 'Openbaar', 'Openbaar', 'Rooms-Katholiek', 'Rooms-Katholiek', 'Rooms-Katholiek', 'Protestants-Christelijk',
  'Protestants-Christelijk', 'Protestants-Christelijk', 'Algemeen bijzonder', 'Reformatorisch', 'Islamitisch', 'Antroposofisch',
  'Samenwerking PC, RK', 'Gereformeerd vrijgemaakt / Eva',
];
const NUMBER_FORMS = ['-A', '-B', '-BG', '-A-5', '-A2', '-A/B', '-A 29'];

/** What one row has that others have not; by position in the file. */
const QUIRKS = {
  3: (school) => ({ ...school, name: 'Basisschool "De Inktvlinder"' }),
  17: (school) => ({ ...school, name: 'Dalton Kindcentrum ’t Wolkenveer' }),
  31: (school) => ({ ...school, name: 'Openbare Basisschool ‘t Krekelhof' }),
  44: (school) => ({ ...school, name: '`t Wilde Lettergras' }),
  52: (school) => ({ ...school, name: 'Mienskipsskoalle  De Sûkerbeam' }),
  66: (school) => ({ ...school, name: 'BASISSCHOOL DE KOPERKIKKER' }),
  79: (school) => ({ ...school, name: "'t Kruimelnest" }),
  88: (school) => ({ ...school, site: 'www.dezilverboot,example' }),
  95: (school) => ({ ...school, site: 'www. potloodpluim.example' }),
  102: (school) => ({ ...school, site: 'WWW.DE-LEESLADDER.EXAMPLE' }),
  113: (school) => ({ ...school, municipality: BLANK }),
  126: (school) => ({ ...school, denomination: 'Vrijdenkend' }),
  151: (school) => ({ ...school, postcode: BLANK }),
  163: (school) => ({ ...school, number: '38-+40' }),
  177: (school) => ({ ...school, phone: '0600012345' }),
  190: (school, earlier) => ({ ...school, code: earlier[20].code }),
};

/** The schools of the demo; some of the childcare in the other file is in the same buildings. */
export function makeSchools() {
  const random = new Random(2026);
  const schools = [];
  for (let index = 0; index < ROWS; index++) {
    const school = makeSchool(index, random);
    schools.push(QUIRKS[index]?.(school, schools) ?? school);
  }
  return schools;
}

/** The file as DUO publishes it: windows-1252, semicolons, CRLF, quotes only where they are needed. */
export function duoPoFile(schools) {
  return toWindows1252([HEADER, ...schools.map(toLine)].map((line) => `${line}\r\n`).join(''));
}

function makeSchool(index, random) {
  const place = PLACES[Math.floor((index * PLACES.length) / ROWS)];
  const name = inventedName(random);
  const { street, number, postcode } = addressIn(place, random);
  return {
    place,
    code: codeOf(index),
    board: String(99_001 + random.below(30)),
    name: `${random.pick(KINDS)} ${name}`,
    street: street.slice(0, CUT).trim(),
    number: houseNumber(number, random),
    postcode: `${postcode.slice(0, 4)} ${postcode.slice(4)}`,
    municipality: place.municipality,
    denomination: random.pick(DENOMINATIONS),
    phone: random.chance(4) ? BLANK : phoneIn(place, random),
    site: site(hostOf(name), random),
    postbox: random.chance(11) ? String(100 + random.below(900)) : undefined,
  };
}

/** Codes that DUO has not given out. Every twelfth school is a second location of the one before. */
function codeOf(index) {
  const isSecond = index % 12 === 11;
  const institution = index - (isSecond ? 1 : 0);
  const letters = String.fromCharCode(65 + Math.floor(institution / 26), 65 + (institution % 26));
  return `90${letters}0${isSecond ? 1 : 0}`;
}

function houseNumber(number, random) {
  if (random.chance(85)) return String(number);
  return random.chance(40) ? `${number}-${number + 2}` : number + random.pick(NUMBER_FORMS);
}

function site(host, random) {
  if (random.chance(10)) return BLANK;
  return random.pick(['www.', 'www.', 'www.', 'www.', 'https://', 'https://www.', 'http://www.', '']) + host + (random.chance(3) ? '/school' : '');
}

function toLine(school) {
  const { place, code, postbox } = school;
  const correspondence = postbox
    ? ['Postbus', postbox, `${place.postcode} AA`, place.duoTown]
    : [school.street, school.number, school.postcode, place.duoTown];
  const columns = [
    place.province, school.board, code.slice(0, 4), code, school.name, school.street, school.number, school.postcode, place.duoTown,
    place.municipalityCode, school.municipality, school.denomination, school.phone, school.site, ...correspondence, ...place.regions,
    place.holidayRegion,
  ];
  return columns.map((value) => (value.includes('"') ? `"${value.replaceAll('"', '""')}"` : value)).join(';');
}

/** Latin-1 with the two curly apostrophes, which are the only other characters that occur here. */
function toWindows1252(text) {
  return Buffer.from(text.replaceAll('‘', '\x91').replaceAll('’', '\x92'), 'latin1');
}
