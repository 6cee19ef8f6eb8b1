import type { Actor } from '@gids/contracts';

/** What a service knows of a request beside what is asked. */
export interface RequestContext {
  /** Who asks; undefined where the house itself does. */
  readonly actor: Actor | undefined;
}
