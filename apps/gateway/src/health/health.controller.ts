import { Controller } from '@nestjs/common';
import type { Health } from '../api/health.js';
import { Asker, Handles } from '../http/handles.decorator.js';
import type { Caller } from '../sign-in/caller.js';
import { Public } from '../sign-in/public.decorator.js';
import { HealthProbe } from './health-probe.js';
import { showHealth } from './health.operations.js';

/** How the system is; which service has what is for those who are signed in. */
@Controller()
export class HealthController {
  constructor(private readonly probe: HealthProbe) {}

  @Public()
  @Handles(showHealth)
  async show(@Asker() asker?: Caller): Promise<Health> {
    const services = await this.probe.look();
    const status = services.every(({ state }) => state !== undefined) ? 'goed' : 'verstoord';
    if (!asker) return { status };
    return {
      status,
      diensten: services.map(({ service, state }) => ({ dienst: service, bereikbaar: state !== undefined, terzijde: state?.deadLettersOpen ?? 0 })),
    };
  }
}
