const FIRST = [
  'Kruimel', 'Wolken', 'Wind', 'Zilver', 'Letter', 'Reken', 'Krekel', 'Potlood', 'Inkt', 'Bladzij', 'Boeken', 'Lees', 'Taal', 'Motregen',
  'Sterren', 'Koper', 'Wilgen', 'Linden', 'Duinen', 'Polder', 'Keien', 'Bronnen', 'Vuurvlieg', 'Honing',
];
const SECOND = [
  ['Het', 'veer'], ['De', 'haas'], ['De', 'knop'], ['De', 'kikker'], ['De', 'raaf'], ['Het', 'hof'], ['De', 'pluim'], ['De', 'vlinder'],
  ['De', 'sprong'], ['De', 'ladder'], ['De', 'boot'], ['De', 'poort'], ['De', 'kring'], ['Het', 'spoor'], ['De', 'schelp'], ['Het', 'nest'],
];

/** An invented name with its article, such as `De Letterkikker`. */
export function inventedName(random) {
  const [article, second] = random.pick(SECOND);
  return `${article} ${random.pick(FIRST)}${second}`;
}

/** A host name that can never exist (RFC 2606). */
export const hostOf = (name) => `${name.toLowerCase().replace(/[^a-z]/g, '')}.example`;
