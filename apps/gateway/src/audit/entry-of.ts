import { pathPrefix } from '../http/handles.decorator.js';
import type { DoorRequest } from '../http/door-request.js';
import type { Operation } from '../http/operation.js';
import type { AuditEntry } from './audit-log.js';
import { isSecretName, omitted, redact } from './redact.js';

/** @returns who asks for what, as the audit log keeps it */
export function auditEntryOf(request: DoorRequest, operation: Operation): AuditEntry {
  const { caller, ip, correlationId } = request;
  return {
    actorKind: caller?.kind ?? 'anonymous',
    actor: caller?.name,
    address: ip,
    correlationId,
    operation: operation.id,
    object: objectOf(request),
    asked: askedOf(request),
  };
}

/** Without what is a secret in an address, such as the token of a link in a mail. */
function objectOf({ originalUrl, params }: DoorRequest): string {
  const path = (originalUrl.split('?', 1)[0] ?? '').slice(pathPrefix.length + 1).slice(0, 500);
  const secrets = Object.entries(params).filter(([name]) => isSecretName(name));
  return secrets.reduce((kept, [, value]) => kept.replace(encodeURIComponent(value), omitted), path);
}

/** Absent where the input was not read, because whoever asked was refused before. */
function askedOf({ input }: DoorRequest): unknown {
  if (input === undefined) return undefined;
  const { query, body } = input as { query?: object; body?: unknown };
  const asked = { ...query, ...(isObject(body) ? body : { inhoud: body }) };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return given.length > 0 ? redact(Object.fromEntries(given.map(([name, value]) => [name, counted(value)]))) : undefined;
}

/** Records that somebody delivers are data of others: how many there were is enough. */
function counted(value: unknown): unknown {
  return Array.isArray(value) && value.some((item) => typeof item === 'object') ? { aantal: value.length } : value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
