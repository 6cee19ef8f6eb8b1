/** Oldest Node.js that runs this project: 22.17, for its type of module loading and its built-in SQLite. */
const OLDEST = [22, 17];

/**
 * Ends the process with one sentence in Dutch and English when this Node.js is too old. npm puts the Node 24 that it
 * installed first in PATH, so the sentence says to start by way of npm.
 *
 * @param {string} command what to type instead
 */
export function requireNode(command) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `Node.js ${process.versions.node} is te oud (nodig: ${OLDEST.join('.')} of nieuwer). Voer eerst "npm ci" uit en daarna "${command}"; npm gebruikt dan de Node 24 die het zelf installeert.\n` +
      `Node.js ${process.versions.node} is too old (needed: ${OLDEST.join('.')} or newer). Run "npm ci" and then "${command}".`,
  );
  process.exit(1);
}
