import type { OrganisationContent } from '@gids/contracts';
import { cleanText, normaliseEmail, normaliseWebsite } from '@gids/normalisation';

/** Everything that cannot be stored or seen, except what parts lines. */
const invisible = /[^\P{C}\n\t]/gu;

/**
 * Makes what a person typed fit to store, by the rules that hold for an import too: no invisible characters, a site
 * with its scheme, a domain in lower case (R26). What has no right form stays as it is, for the validation to name.
 */
export function enteredContent({ email = '', website = '', description = '', ...rest }: OrganisationContent): OrganisationContent {
  const [mail, site, text] = [cleanText(email), cleanText(website), description.replace(invisible, '').trim()];
  return {
    ...cleaned(rest),
    ...(mail !== '' && { email: normaliseEmail(mail) ?? mail }),
    ...(site !== '' && { website: normaliseWebsite(site) ?? site }),
    ...(text !== '' && { description: text }),
  };
}

/** Cleans every text, at any depth. One that holds nothing stays a blank: it counts as empty, where it is mandatory. */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return (cleanText(value) || ' ') as Value;
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleaned(inner as unknown)])) as Value;
}
