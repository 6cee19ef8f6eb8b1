// Step before the services start: makes their users on the broker, with the passwords of the environment, and declares
// the exchanges and queues, which the services then only find. Repeatable: that is how a password is changed.
import { readFile } from 'node:fs/promises';
import { pipelineTopology, RabbitBus } from '@gids/messaging';
import { createLog } from '@gids/service-host';

const definitions = JSON.parse(await readFile(new URL('../rabbitmq/definitions.json', import.meta.url), 'utf8'));
const broker = new URL(required('GIDS_BROKER_ADMIN_URL'));

for (const user of definitions.users) user.password = required(`${user.name.toUpperCase()}_BROKER_PASSWORD`);
await importDefinitions(new URL('/api/definitions', required('GIDS_BROKER_API_URL')));
await declareTopology();
console.log('De gebruikers, exchanges en wachtrijen van RabbitMQ zijn bijgewerkt.');

function required(name) {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} ontbreekt. Vul de variabele in (zie docs/deployment.md) en start opnieuw.`);
  process.exit(1);
}

async function importDefinitions(api) {
  const credentials = [broker.username, broker.password].map(decodeURIComponent).join(':');
  const answer = await fetch(api, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}`, 'content-type': 'application/json' },
    body: JSON.stringify(definitions),
  });
  if (!answer.ok) throw new Error(`RabbitMQ weigert de definities: ${answer.status} ${await answer.text()}`);
}

async function declareTopology() {
  const log = createLog('prepare-broker', 'warn');
  const bus = await RabbitBus.connect({ url: broker.href, name: 'gids prepare-broker', topology: pipelineTopology, log });
  await bus.declare();
  await bus.close();
}
