const attributeNames: Readonly<Record<string, string>> = {
  capacity: 'kindplaatsen',
  cluster: 'cluster',
  denomination: 'denominatie',
  earlyEducation: 'voorschoolseEducatie',
  educationOffer: 'onderwijsaanbod',
  educationStructure: 'onderwijsstructuur',
  holder: 'houder',
  institutionType: 'soortInstelling',
  municipalityCode: 'gemeentecode',
  province: 'provincie',
  specialEducationType: 'soortSpeciaalOnderwijs',
  town: 'plaats',
};
const codesByName = new Map(Object.entries(attributeNames).map(([code, name]) => [name, code]));

type Values = Readonly<Record<string, string>>;

/** @returns attributes under their Dutch names; those of a new source have none here yet and keep their own (R7) */
export function toCharacteristics(attributes: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([code, value]) => [attributeNames[code] ?? code, value]));
}

/** @returns what `toCharacteristics` was made of */
export function toAttributes(characteristics: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(characteristics).map(([name, value]) => [codesByName.get(name) ?? name, value]));
}
