/** How this product introduces itself to publishers: name, version and an address to complain to (N44). */
export const userAgent = 'GIDS-import/1 (+https://www.gidsvoornederland.nl; gids@kb.nl)';
