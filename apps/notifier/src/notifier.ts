import { CONFIG, type ServiceDefinition } from '@gids/service-host';
import { DeletionRequestedHandler } from './deletion-requested.handler.js';
import { Sender } from './delivery/sender.js';
import { DigestCloser } from './digests/digest-closer.js';
import { DuplicateReportedHandler } from './duplicate-reported.handler.js';
import { notifierEntities } from './entities.js';
import { ImportRightChangedHandler } from './import-right-changed.handler.js';
import { LinkedRecordChangedHandler } from './linked-record-changed.handler.js';
import { FileTransport } from './mail/file-transport.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail/mail-transport.js';
import { SmtpTransport } from './mail/smtp-transport.js';
import { MessageWriter } from './messages/message-writer.js';
import { notifierMigrations } from './migrations/notifier-migrations.js';
import { NewDuplicatesFoundHandler } from './new-duplicates-found.handler.js';
import { Notices } from './notices/notices.js';
import { mailDirectoryOf, notifierSettings, type NotifierConfig } from './notifier.settings.js';
import { OrganisationCopiedHandler } from './organisation-copied.handler.js';
import { OrganisationPeopleChangedHandler } from './organisation-people-changed.handler.js';
import { PersonChangedHandler } from './person-changed.handler.js';
import { ProviderProductsChangedHandler } from './provider-products-changed.handler.js';
import { RecordSignalledHandler } from './record-signalled.handler.js';
import { Reminders } from './reminders/reminders.js';
import { DeliveriesController } from './requests/deliveries.controller.js';
import { InboxController } from './requests/inbox.controller.js';
import { KeptMailController } from './requests/kept-mail.controller.js';
import { PreferencesController } from './requests/preferences.controller.js';
import { UnsubscribingController } from './requests/unsubscribing.controller.js';
import { Retention } from './retention/retention.js';
import { ReviewRoundOpenedHandler } from './review-round-opened.handler.js';
import { RunCompletedHandler } from './run-completed.handler.js';
import { RunFailedHandler } from './run-failed.handler.js';
import { RunHeldHandler } from './run-held.handler.js';
import { RunOverdueHandler } from './run-overdue.handler.js';

const handlers = [
  RunCompletedHandler,
  RunHeldHandler,
  RunFailedHandler,
  RunOverdueHandler,
  PersonChangedHandler,
  OrganisationPeopleChangedHandler,
  NewDuplicatesFoundHandler,
  RecordSignalledHandler,
  ReviewRoundOpenedHandler,
  LinkedRecordChangedHandler,
  ProviderProductsChangedHandler,
  ImportRightChangedHandler,
  OrganisationCopiedHandler,
  DuplicateReportedHandler,
  DeletionRequestedHandler,
];

/** Service 5: tells people what happened, each once. */
export const notifier: ServiceDefinition = {
  name: 'notifier',
  settings: notifierSettings,
  database: { schema: 'notifier', entities: notifierEntities, migrations: notifierMigrations },
  module: {
    controllers: [...handlers, InboxController, PreferencesController, UnsubscribingController, DeliveriesController, KeptMailController],
    providers: [
      Notices,
      MessageWriter,
      DigestCloser,
      Reminders,
      Sender,
      Retention,
      { provide: MAIL_TRANSPORT, useFactory: transportOf, inject: [CONFIG] },
    ],
  },
};

function transportOf(config: NotifierConfig): MailTransport {
  const { SMTP_URL: url, SMTP_REQUIRE_TLS: requireTls, MAIL_FROM: from } = config;
  return url === undefined ? new FileTransport(mailDirectoryOf(config), from) : new SmtpTransport({ url, requireTls, from });
}
