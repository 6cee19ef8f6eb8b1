import { Injectable } from '@nestjs/common';
import type { DoorRequest } from '../http/door-request.js';
import { problems } from '../http/problems.js';
import { groupsOf } from '../rights/access-table.js';
import { Authenticator } from '../sign-in/authenticator.js';
import type { Caller } from '../sign-in/caller.js';
import type { SoapOperation } from './soap-operation.js';
import { SoapRefusal } from './soap-refusal.js';

/** Finds out who calls: by the header alone, so that no page can make a browser call in a person's name (RELIABILITY e11). */
@Injectable()
export class SoapCallers {
  constructor(private readonly authenticator: Authenticator) {}

  /** @throws HttpProblem 401 without a key or token that counts, 403 where a key came without TLS */
  async callerOf({ headers }: DoorRequest): Promise<Caller> {
    const { authorization } = headers;
    const caller = authorization === undefined ? undefined : await this.authenticator.callerOf({ authorization });
    if (!caller) throw problems.notSignedIn();
    if (caller.kind === 'key' && headers['x-forwarded-proto'] === 'http') throw problems.keyInTheClear();
    return caller;
  }
}

/** @returns why none of the caller's groups may call this operation, or undefined where one may: a script does no work of people (R78) */
export function refusalOfOutsider(caller: Caller, { name, groups, faults }: Pick<SoapOperation, 'name' | 'groups' | 'faults'>): SoapRefusal | undefined {
  const own = groupsOf(caller);
  if (groups.some((group) => own.has(group))) return undefined;
  const fault = faults.includes('GeenImportrecht') ? 'GeenImportrecht' : 'GeenRecht';
  const reason = caller.kind === 'key' ? 'Een importscript levert gegevens aan en leest ze terug; de rest is werk van mensen.' : 'U hebt geen importrecht.';
  return new SoapRefusal('Client', `${name} mag hier niet. ${reason}`, { fault });
}
