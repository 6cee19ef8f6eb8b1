import type { Log } from '@gids/messaging';

const write = () => undefined;

/** A log for tests whose subject is not what is logged. */
export const silentLog: Log = { debug: write, info: write, warn: write, error: write };
