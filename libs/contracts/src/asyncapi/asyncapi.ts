import { z } from 'zod';
import { frameMediaType } from '../envelope.js';
import type { EventDefinition } from '../define-event.js';
import type { RequestDefinition } from '../define-request.js';
import { consumersOf, events } from '../pipeline.js';
import { requests } from '../requests.js';

/** Version of the description; raised with every change that a consumer can notice. */
export const asyncApiVersion = '1.0.0';

/** Describes every event and request of the pipeline as AsyncAPI 3, from the definitions that the code runs on. */
export function asyncApiDocument() {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'G!DS import – events and requests',
      version: asyncApiVersion,
      description:
        'Services of the G!DS import talk through these messages. Events travel in frames: a JSON array of CloudEvents of one type and one run.',
    },
    defaultContentType: frameMediaType,
    channels: Object.fromEntries([...events.map(eventChannel), ...requests.map(requestChannel)]),
    operations: Object.fromEntries([...events.flatMap(eventOperations), ...requests.map(requestOperation)]),
    components: {
      messages: Object.fromEntries([...events.map(eventMessage), ...requests.flatMap(requestMessages)]),
    },
  };
}

const channelReference = (name: string) => ({ $ref: `#/channels/${name}` });
const messageReference = (name: string) => ({ $ref: `#/components/messages/${name}` });
const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

function eventChannel({ name, type, summary }: EventDefinition) {
  return [name, { address: type, summary, messages: { [name]: messageReference(name) } }] as const;
}

function requestChannel({ name, summary }: RequestDefinition) {
  const messages = { [name]: messageReference(name), [`${name}Reply`]: messageReference(`${name}Reply`) };
  return [name, { address: name, summary, messages }] as const;
}

function eventOperations(event: EventDefinition) {
  const sender = event.producer === 'every service' ? 'everyService' : event.producer;
  return [
    [`${sender}Sends${event.name}`, { action: 'send', channel: channelReference(event.name) }] as const,
    ...consumersOf(event).map((service) => [`${service}Receives${event.name}`, { action: 'receive', channel: channelReference(event.name) }] as const),
  ];
}

function requestOperation({ name, service }: RequestDefinition) {
  const server = service === 'every service' ? 'everyService' : service;
  return [`${server}Answers${name}`, { action: 'receive', channel: channelReference(name), reply: { channel: channelReference(name) } }] as const;
}

function eventMessage({ name, type, summary, schema, example }: EventDefinition) {
  return [name, { name: type, title: name, summary, payload: schemaOf(schema), examples: [{ payload: example }] }] as const;
}

function requestMessages({ name, summary, payload, reply, example }: RequestDefinition) {
  return [
    [name, { name, summary, contentType: 'application/json', payload: schemaOf(payload), examples: [{ payload: example }] }] as const,
    [`${name}Reply`, { name: `${name}Reply`, contentType: 'application/json', payload: schemaOf(reply) }] as const,
  ];
}
