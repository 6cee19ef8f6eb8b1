import { isExport } from '../exports/is-export.js';
import type { DoorRequest } from '../http/door-request.js';
import type { InputOf } from '../http/operation.js';
import type { startRun } from '../import-runs/import-runs.operations.js';
import type { GatewayConfig } from '../settings.js';
import type { Rate } from './rate-counter.js';

/** One limit, for one request: what is counted, how often it may be, and what is said to who goes over it. */
export interface Limit extends Rate {
  readonly subject: readonly string[];
  readonly detail: string;
}

const minute = 60_000;
const hour = 60 * minute;

type LimitOf = (request: DoorRequest, config: GatewayConfig) => Limit;

const limits: Readonly<Record<string, LimitOf>> = {
  startImportrun: (request, config) => {
    const { body } = request.input as InputOf<typeof startRun>;
    return body ? runStarts(body.bronId, config) : pushes(request, config);
  },
  openLevering: pushes,
};

/**
 * @returns the limit on a request for an operation, where there is one (RELIABILITY e22). Those on signing in are counted
 * before the password is looked at (`SignInAttempts`).
 */
export function limitOn(operationId: string, request: DoorRequest, config: GatewayConfig): Limit | undefined {
  return isExport(operationId, request.headers) ? exports(request, config) : limits[operationId]?.(request, config);
}

/** A file that is fetched burdens its source: counted for all people together. */
function runStarts(source: string, { GIDS_RUN_STARTS_PER_5_MINUTES: times }: GatewayConfig): Limit {
  return { subject: ['run', source], times, within: 5 * minute, detail: `Van deze bron zijn in vijf minuten al ${times} runs gestart.` };
}

function pushes(request: DoorRequest, { GIDS_PUSHES_PER_MINUTE: times }: GatewayConfig): Limit {
  return { subject: ['push', ...callerOf(request)], times, within: minute, detail: `U hebt deze minuut al ${times} leveringen gedaan.` };
}

function exports(request: DoorRequest, { GIDS_EXPORTS_PER_HOUR: times }: GatewayConfig): Limit {
  return { subject: ['export', ...callerOf(request)], times, within: hour, detail: `U hebt dit uur al ${times} keer geëxporteerd.` };
}

function callerOf({ caller, ip = '' }: DoorRequest): string[] {
  return caller ? [caller.kind, caller.name] : ['anonymous', ip];
}
