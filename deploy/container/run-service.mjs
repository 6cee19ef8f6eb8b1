// Entry of the image: runs the service that GIDS_SERVICE names, with the arguments of the container, such as "migrate".
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const apps = new URL('../../apps/', import.meta.url);
const services = readdirSync(apps);
const service = process.env.GIDS_SERVICE;

if (services.includes(service)) {
  const main = new URL(`${service}/dist/main.js`, apps);
  process.argv[1] = fileURLToPath(main);
  await import(main.href);
} else {
  console.error(`GIDS_SERVICE is ${service ? `"${service}"` : 'leeg'}. Kies een van: ${services.join(', ')}.`);
  process.exitCode = 1;
}
