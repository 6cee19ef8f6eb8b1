/** How a user starts the command line; every hint and example begins with it, so that it can be copied. */
export const programName = 'npm run -s gids-import --';
