import { Inject, Injectable } from '@nestjs/common';
import type { Sql } from '@gids/persistence';
import { CLOCK, CONFIG, type Clock } from '@gids/service-host';
import { heldLetters } from '../holds/held-letters.js';
import { holdIfTooMany } from '../holds/mail-hold.js';
import type { NotifierConfig } from '../notifier.settings.js';
import type { Contacts } from '../recipients/contacts.js';
import { addMessages } from './add-messages.js';
import { writeOut, type Letter } from './letter.js';
import { Screens } from './screens.js';

/** Writes messages to people, in the transaction of what they tell of; the sender finds them when it has committed. */
@Injectable()
export class MessageWriter {
  readonly screens: Screens;

  constructor(
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.screens = new Screens(config.GIDS_BASE_URL);
  }

  /** Where there would be too much mail at once, it is held and the administrators are told (RELIABILITY D 60). */
  async write(sql: Sql, letters: readonly Letter[], contacts: Contacts): Promise<void> {
    const now = this.clock();
    const mails = await this.add(sql, letters, now);
    const hold = await holdIfTooMany(sql, mails, { perHour: this.config.GIDS_MAILS_PER_HOUR, now });
    if (hold) await this.add(sql, heldLetters(hold, contacts, this.screens), now);
  }

  private add(sql: Sql, letters: readonly Letter[], now: Date): Promise<string[]> {
    return addMessages(sql, writeOut(letters, { screens: this.screens, contact: this.config.GIDS_REPORT_RECIPIENT }), now);
  }
}
