import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { serviceNames } from '../service.js';

/** Events of a run that a service put among its dead letters, so that the run can still end. */
export const EventsSetAside = defineEvent({
  name: 'EventsSetAside',
  context: 'operations',
  summary: 'Events of a run were set aside as dead letters and wait for a person.',
  producer: 'every service',
  schema: z.object({ service: z.enum(serviceNames), eventType: z.string(), count: z.int().positive() }),
  example: { service: 'mapper', eventType: 'nl.gids.import.row-parsed.v1', count: 1 },
});
