import { frameMediaType } from '@gids/contracts';
import type { ConsumeMessage, Options } from 'amqplib';
import type { MessageHeaders, WireMessage } from '../bus.js';

/** Properties under which a message travels; `mandatory` tells us of a type that nobody is bound to. */
export function toProperties(message: WireMessage): Options.Publish {
  return {
    messageId: message.id,
    type: message.type,
    contentType: frameMediaType,
    persistent: true,
    mandatory: true,
    headers: { ...message.headers },
  };
}

/** Reads any message, also a stranger's: what is missing becomes empty and is judged by the consumer. */
export function fromDelivery({ content, properties, fields }: ConsumeMessage): WireMessage {
  return {
    id: textOf(properties.messageId) || `unnamed-${fields.consumerTag}-${fields.deliveryTag}`,
    type: textOf(properties.type) ?? '',
    headers: readHeaders(properties.headers ?? {}),
    body: content,
  };
}

function readHeaders(headers: Record<string, unknown>): MessageHeaders {
  const { attempt } = headers;
  const [runid, traceparent] = [textOf(headers['runid']), textOf(headers['traceparent'])];
  return {
    ...(runid !== undefined && { runid }),
    ...(typeof attempt === 'number' && { attempt }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

/** A NUL, which PostgreSQL keeps in no text, would make a message that can be neither handled nor set aside. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : undefined;
}
