const columns = [
  'PROVINCIE', 'BEVOEGD GEZAG NUMMER', 'INSTELLINGSCODE', 'VESTIGINGSCODE', 'VESTIGINGSNAAM', 'STRAATNAAM', 'HUISNUMMER-TOEVOEGING', 'POSTCODE',
  'PLAATSNAAM', 'GEMEENTENUMMER', 'GEMEENTENAAM', 'DENOMINATIE', 'TELEFOONNUMMER', 'INTERNETADRES', 'STRAATNAAM CORRESPONDENTIEADRES',
  'HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES', 'POSTCODE CORRESPONDENTIEADRES', 'PLAATSNAAM CORRESPONDENTIEADRES', 'NODAAL GEBIED CODE',
  'NODAAL GEBIED NAAM', 'RPA-GEBIED CODE', 'RPA-GEBIED NAAM', 'WGR-GEBIED CODE', 'WGR-GEBIED NAAM', 'COROPGEBIED CODE', 'COROPGEBIED NAAM',
  'ONDERWIJSGEBIED CODE', 'ONDERWIJSGEBIED NAAM', 'RMC-REGIO CODE', 'RMC-REGIO NAAM', 'VAKANTIEREGIO',
] as const;

/** A row of DUO's file of primary schools; what is not told is filled in. */
export interface SchoolRow {
  readonly code: string;
  readonly name: string;
  readonly houseNumber: number;
  readonly postcode?: string;
  readonly phone?: string;
}

/** A file of DUO in today's form. Enough schools that nobody looks at stand in it, so that what happens to a few is no reason to hold it. */
export function schoolFile(rows: readonly SchoolRow[], others = 300): string {
  const filler = Array.from({ length: others }, (_, index) => ({ code: `80${letters(index)}00`, name: `Basisschool Vulling ${letters(index)}`, houseNumber: index + 1, postcode: '1000 ZZ' }));
  return [columns, ...[...rows, ...filler].map(lineOf)].map((cells) => `${cells.join(';')}\n`).join('');
}

function lineOf({ code, name, houseNumber, postcode = '9311 AB', phone = '0592035942' }: SchoolRow): string[] {
  const address = ['Proefstraat', String(houseNumber), postcode, 'NIETAP'];
  return [
    'Drenthe', '99029', code.slice(0, 4), code, name, ...address, '1699', 'NOORDENVELD', 'Openbaar', phone, `www.${code.toLowerCase()}.example`, ...address,
    ...'11;Assen;03;Centraal-Groningen;07;Noord- en Midden-Drenthe;07;Noord-Drenthe;04;Assen-Hoogeveen-Emmen;07;Noord- en Midden Drenthe;Noord'.split(';'),
  ];
}

/** 0 becomes AA, 1 AB, …: enough for 676 bronIDs of the form that DUO gives out. */
function letters(index: number): string {
  return [26, 1].map((unit) => String.fromCharCode(65 + (Math.floor(index / unit) % 26))).join('');
}
