import { CONFIG } from '@gids/service-host';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { requestOf } from '../http/handles.decorator.js';
import { problems } from '../http/problems.js';
import { hasLocalAccounts, type GatewayConfig } from '../settings.js';

/** What somebody may who has yet to choose a password of his own. */
const allowed: ReadonlySet<string> = new Set(['wijzigWachtwoord', 'toonSessie', 'sluitSessie', 'sluitAlleSessies', 'openSessie']);

/** Lets a person do nothing with a password that somebody else made, but choose another one. */
@Injectable()
export class PasswordChangeGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: GatewayConfig) {}

  /** @throws HttpProblem 403 with the code `wachtwoordWijzigen` */
  canActivate(context: ExecutionContext): boolean {
    const { caller, operation } = requestOf(context);
    if (caller?.kind !== 'account' || !caller.mustChangePassword || !hasLocalAccounts(this.config)) return true;
    if (operation && allowed.has(operation.id)) return true;
    throw problems.passwordMustChange();
  }
}
