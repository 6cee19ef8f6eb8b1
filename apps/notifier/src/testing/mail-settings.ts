import type { TestMailServer } from './test-mail-server.js';

/** Settings of a notifier that hands its mail to this server; a run is told of as soon as it has ended unless told otherwise. */
export function mailSettings(server: Pick<TestMailServer, 'url'>, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    SMTP_URL: server.url,
    SMTP_REQUIRE_TLS: '0',
    MAIL_FROM: 'gids@voorbeeld.nl',
    GIDS_FALLBACK_RECIPIENT: 'beheer@voorbeeld.nl',
    GIDS_BASE_URL: 'https://import.voorbeeld.nl/',
    GIDS_DIGEST_QUIET_SECONDS: '0',
    ...more,
  };
}
