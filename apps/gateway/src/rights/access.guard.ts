import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { OPERATION, requestOf } from '../http/handles.decorator.js';
import type { Operation } from '../http/operation.js';
import { problems } from '../http/problems.js';
import type { Caller } from '../sign-in/caller.js';
import { AccessTable } from './access-table.js';
import type { Group } from './access.js';

/** Lets a caller ask only for what the table gives one of his groups; a handler without an operation is closed to all (RELIABILITY e1). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly table: AccessTable,
  ) {}

  /** @throws HttpProblem 403 that says which right is missing */
  canActivate(context: ExecutionContext): boolean {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const { caller } = requestOf(context);
    if (operation && this.table.mayAsk(operation.id, caller)) return true;
    throw refusalFor(caller, operation ? this.table.groupsFor(operation.id) : []);
  }
}

function refusalFor(caller: Caller | undefined, groups: readonly Group[]) {
  if (caller?.kind === 'key') return problems.noRight('Met een sleutel kan dit niet: een importscript levert gegevens aan en leest ze terug, de rest is werk van mensen.');
  if (groups.includes('importbeheerder')) return problems.noImportRight();
  if (groups.includes('systeembeheerder')) return problems.noRight('Alleen een systeembeheerder mag dit.');
  return problems.noRight('Dit mag u niet.');
}
