/** A school as the API gives it, as far as a variation looks at it. */
export interface SchoolFacts {
  readonly naam: string;
  readonly telefoon: string | null;
  readonly website: string | null;
  readonly bezoekadres: {
    readonly straatnaam: string;
    readonly huisnummer: number | null;
    readonly huisletter: string | null;
    readonly huisnummertoevoeging: string | null;
    readonly postcode: string | null;
    readonly woonplaats: string;
  } | null;
}

type Vary = (school: SchoolFacts, index: number) => SchoolFacts;

/** Ways in which an editor's entry of a school differs from that of the source, as DEDUPE §3 measured them. */
export const variations: Readonly<Record<string, Vary>> = {
  'as it is': (school) => school,
  'with another type word': (school) => ({ ...school, naam: /^basisschool /i.test(school.naam) ? school.naam.replace(/^basisschool /i, 'BS ') : `Basisschool ${school.naam}` }),
  'in capitals, without a phone': (school) => ({ ...school, naam: school.naam.toUpperCase(), telefoon: null }),
  'with a typing error': (school) => ({ ...school, naam: withTypingError(school.naam) }),
  'with the town in the name, without a site': (school) => ({ ...school, naam: `${school.naam} ${school.bezoekadres?.woonplaats ?? ''}`, website: null }),
  'renamed at its address': (school, index) => ({ ...school, naam: `De Nieuwe Horizon ${index}` }),
  'moved within its town, same name': (school, index) => ({
    ...school,
    bezoekadres: school.bezoekadres && { ...school.bezoekadres, straatnaam: 'Verhuisweg', huisnummer: 500 + index, huisletter: null, huisnummertoevoeging: null, postcode: otherPostcode(school.bezoekadres.postcode) },
  }),
  'with an addition to its number': (school) => ({ ...school, bezoekadres: school.bezoekadres && { ...school.bezoekadres, huisletter: null, huisnummertoevoeging: 'BG' } }),
};

/** The kinds of variation by turns, so that every one is there equally often. */
export function variationOf(index: number): { readonly kind: string; readonly vary: Vary } {
  const kinds = Object.entries(variations);
  const [kind, vary] = kinds[index % kinds.length] as [string, Vary];
  return { kind, vary };
}

/** Two letters change places in the longest word. */
function withTypingError(name: string): string {
  const longest = name.split(' ').reduce((a, b) => (b.length > a.length ? b : a), '');
  const middle = Math.floor(longest.length / 2);
  const wrong = longest.slice(0, middle - 1) + longest.charAt(middle) + longest.charAt(middle - 1) + longest.slice(middle + 1);
  return name.replace(longest, wrong);
}

function otherPostcode(postcode: string | null): string | null {
  return postcode && `${postcode.slice(0, 4)}${postcode.endsWith('ZW') ? 'ZX' : 'ZW'}`;
}
