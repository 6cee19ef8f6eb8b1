/**
 * Word lists of the made source files. Names, streets and towns are invented; municipality codes and names, provinces and
 * the values of closed lists exist, because an importer may check those.
 */

/** A town with the municipality it lies in. */
export interface Town {
  readonly name: string;
  /** Four digits (CBS). */
  readonly municipalityCode: string;
  readonly municipality: string;
  readonly province: string;
}

const municipalities = [
  ['0014', 'Groningen', 'Groningen'],
  ['0034', 'Almere', 'Flevoland'],
  ['0074', 'Heerenveen', 'Friesland'],
  ['0080', 'Leeuwarden', 'Friesland'],
  ['0106', 'Assen', 'Drenthe'],
  ['0114', 'Emmen', 'Drenthe'],
  ['0141', 'Almelo', 'Overijssel'],
  ['0150', 'Deventer', 'Overijssel'],
  ['0202', 'Arnhem', 'Gelderland'],
  ['0222', 'Doetinchem', 'Gelderland'],
  ['0307', 'Amersfoort', 'Utrecht'],
  ['0344', 'Utrecht', 'Utrecht'],
  ['0361', 'Alkmaar', 'Noord-Holland'],
  ['0394', 'Haarlemmermeer', 'Noord-Holland'],
  ['0505', 'Dordrecht', 'Zuid-Holland'],
  ['0546', 'Leiden', 'Zuid-Holland'],
  ['0687', 'Middelburg', 'Zeeland'],
  ['0718', 'Vlissingen', 'Zeeland'],
  ['0758', 'Breda', 'Noord-Brabant'],
  ['0772', 'Eindhoven', 'Noord-Brabant'],
  ['0935', 'Maastricht', 'Limburg'],
  ['0983', 'Venlo', 'Limburg'],
] as const;

const townNames = ['Wilgenveen', 'Oosterbroek aan de Plas', "'s-Gravenkerke", 'Sint Odiliënhout'];

/** Every municipality has each of the town names once, with its own first syllable or as it is. */
export const towns: readonly Town[] = municipalities.flatMap(([municipalityCode, municipality, province], index) =>
  townNames.map((name) => ({
    name: index % 2 === 0 ? name : name.replace('Wilgen', 'Elzen').replace('Ooster', 'Wester'),
    municipalityCode,
    municipality,
    province,
  })),
);

const trees = ['Linden', 'Eiken', 'Beuken', 'Kastanje', 'Berken', 'Populieren', 'Meidoorn', 'Hulst', 'Sering', 'Vlier'];
const waters = ['Molen', 'Sluis', 'Haven', 'Vaart', 'Dijk', 'Brug', 'Polder', 'Duin', 'Veen', 'Heide', 'Akker', 'Burcht'];
const ways = ['laan', 'straat', 'weg', 'plein', 'hof', 'pad', 'dreef', 'singel', 'kade'];

/** Street names of at most 24 characters, as DUO has them. */
export const streets: readonly string[] = [...trees, ...waters].flatMap((first) => ways.map((way) => first + way));

export const adjectives: readonly string[] = [
  'Bonte', 'Vrolijke', 'Kleine', 'Grote', 'Gouden', 'Zilveren', 'Groene', 'Blauwe', 'Rode', 'Gele', 'Witte', 'Snelle',
  'Stille', 'Warme', 'Wilde', 'Zachte', 'Ronde', 'Hoge', 'Verre', 'Nieuwe', 'Oude', 'Jonge', 'Dappere', 'Slimme',
];

export const nouns: readonly string[] = [
  'Vlinder', 'Specht', 'Egel', 'Uil', 'Kikker', 'Libel', 'Zwaluw', 'Otter', 'Bever', 'Krekel', 'Mus', 'Merel', 'Vos',
  'Das', 'Haas', 'Zeehond', 'Dolfijn', 'Kompas', 'Anker', 'Vuurtoren', 'Vlieger', 'Ballon', 'Regenboog', 'Zonnestraal',
  'Sterrenhemel', 'Windvaan', 'Bron', 'Schatkist', 'Toverfluit', 'Speeldoos', 'Boomgaard', 'Hoeve', 'Korenaar', 'Klaproos',
  'Paardenbloem', 'Zevensprong', 'Caroussel', 'Mozaïek', 'Kameleon', 'Olifant',
];

export const denominations: readonly string[] = ['Openbaar', 'Protestants-Christelijk', 'Rooms-Katholiek', 'Algemeen bijzonder'];

export const holidayRegions: readonly string[] = ['Noord', 'Midden', 'Zuid'];
