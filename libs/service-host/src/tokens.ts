/** Injection token of the logger (`Log` of @gids/messaging). */
export const LOG = Symbol('Log');
/** Injection token of the clock: `() => Date`. */
export const CLOCK = Symbol('Clock');
/** Injection token of the service's own settings, read and checked. */
export const CONFIG = Symbol('Config');

export type Clock = () => Date;
