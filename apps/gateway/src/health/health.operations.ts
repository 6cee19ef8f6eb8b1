import { healthSchema, type Health } from '../api/health.js';
import { defineOperation } from '../http/operation.js';

const example: Health = { status: 'goed', diensten: [{ dienst: 'fetcher', bereikbaar: true, terzijde: 0 }] };

export const showHealth = defineOperation({
  id: 'toonGezondheid',
  method: 'get',
  path: '/gezondheid',
  tag: 'Dienst',
  summary: 'Toon hoe het systeem ervoor staat',
  description: 'Zonder aanmelden te lezen; wie is aangemeld ziet ook de diensten. Ten hoogste vijf seconden oud.',
  input: {},
  success: { status: 200, description: 'Hoe het systeem ervoor staat.', schema: healthSchema, example },
});
