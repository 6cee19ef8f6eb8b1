import { CONFIG } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { problems } from '../http/problems.js';
import { RateCounter } from '../rate-limits/rate-counter.js';
import type { GatewayConfig } from '../settings.js';

const minute = 60_000;
/** Names that one address may try for each try that one account has. */
const accountsPerAddress = 6;

/** Counts tries to sign in: for one account from one address, and for all accounts from one address (RELIABILITY e22). */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly counter: RateCounter,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** Counts a try before the password is looked at. @throws HttpProblem 429 where there were too many */
  async count(name: string, address: string): Promise<void> {
    await this.countFrom(address);
    await this.take(['sign-in', name, address], this.config.GIDS_SIGN_INS_PER_MINUTE);
  }

  /** Counts a try that names no account. @throws HttpProblem 429 where there were too many */
  async countFrom(address: string): Promise<void> {
    await this.take(['sign-in', address], accountsPerAddress * this.config.GIDS_SIGN_INS_PER_MINUTE);
  }

  /** Forgets the tries of somebody who got in. */
  async forget(name: string, address: string): Promise<void> {
    await this.counter.forget(['sign-in', name, address]);
  }

  private async take(subject: readonly string[], times: number): Promise<void> {
    const wait = await this.counter.take(subject, { times, within: minute });
    if (wait !== undefined) throw problems.tooManyAttempts(wait);
  }
}
