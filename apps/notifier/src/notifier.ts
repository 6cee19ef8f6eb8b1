import { CONFIG, type ServiceDefinition } from '@gids/service-host';
import { Sender } from './delivery/sender.js';
import { FileTransport } from './mail/file-transport.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail/mail-transport.js';
import { SmtpTransport } from './mail/smtp-transport.js';
import { notifierMigrations } from './migrations/migration-20261122-messages.js';
import { mailDirectoryOf, notifierSettings, type NotifierConfig } from './notifier.settings.js';
import { RunReports } from './reports/run-reports.js';
import { RunCompletedHandler } from './run-completed.handler.js';
import { RunFailedHandler } from './run-failed.handler.js';
import { RunHeldHandler } from './run-held.handler.js';
import { notifierEntities } from './entities.js';

/** Service 5: tells people what happened, each once. */
export const notifier: ServiceDefinition = {
  name: 'notifier',
  settings: notifierSettings,
  database: { schema: 'notifier', entities: notifierEntities, migrations: notifierMigrations },
  module: {
    controllers: [RunCompletedHandler, RunHeldHandler, RunFailedHandler],
    providers: [RunReports, Sender, { provide: MAIL_TRANSPORT, useFactory: transportOf, inject: [CONFIG] }],
  },
};

function transportOf(config: NotifierConfig): MailTransport {
  const { SMTP_URL: url, SMTP_REQUIRE_TLS: requireTls, MAIL_FROM: from } = config;
  return url === undefined ? new FileTransport(mailDirectoryOf(config), from) : new SmtpTransport({ url, requireTls, from });
}
