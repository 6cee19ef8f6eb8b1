import type { Letter } from '../messages/letter.js';
import type { MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { counted, figure } from '../messages/wording.js';
import { administrators, type Contacts } from '../recipients/contacts.js';
import type { NewHold } from './mail-hold.js';

/** The administrators hear once that mail is held, and how to let it go (RELIABILITY D 60). */
export function heldLetters(hold: NewHold, contacts: Contacts, screens: Screens): Letter[] {
  const view = heldView(hold, screens);
  return administrators(contacts).map((reader) => ({ kind: 'MAIL_HELD', about: hold.id, reader, view, thread: 'gids', mail: true, topics: [] }));
}

function heldView({ held, perHour }: NewHold, screens: Screens): MessageView {
  return {
    subject: `Actie nodig: ${counted(held, 'e-mail', 'e-mails')} tegengehouden`,
    heading: 'De post wordt tegengehouden',
    paragraphs: [
      `Er zouden in een uur meer dan ${figure(perHour)} e-mails weggaan. Daarom gaan deze ${counted(held, 'e-mail', 'e-mails')}, en wat er dit uur nog bij komt, niet vanzelf weg.`,
      'De berichten staan al wel in de meldingen van de ontvangers. Er raakt niets kwijt.',
      'Is het goed dat ze weggaan? Geef de post dan vrij. Klopt het niet? Zoek dan eerst uit waar ze vandaan komen.',
    ],
    link: { label: 'Bekijk de post en geef vrij', url: screens.deliveries() },
  };
}
