import type { MessageTopic, ReplyOf, Unsubscribe } from '@gids/contracts';
import { escapeHtml, htmlPage } from '../http/html-page.js';

type Subscription = ReplyOf<typeof Unsubscribe>;

const topicTexts: Readonly<Record<MessageTopic, string>> = {
  runReport: 'het verslag van importruns',
  linkedChanges: 'wijzigingen bij gekoppelde organisaties',
  productChanges: 'wijzigingen van geïmporteerde producten',
  problemReports: 'gemelde problemen',
  weeklyReminder: 'de wekelijkse herinnering',
};

/** Asks whether one wants to unsubscribe. */
export function askingPage(subscription: Subscription): string {
  const content = `<p>Wilt u geen e-mail meer over ${whatOf(subscription)}?</p>
<form method="post"><button style="font-size:1rem;padding:.75rem 1.25rem">Afmelden</button></form>
<p>Als u een account heeft, blijven de berichten in uw meldingen staan.</p>`;
  return htmlPage('Afmelden', content);
}

/** Says that it is done. */
export function donePage(subscription: Subscription): string {
  return htmlPage('U bent afgemeld', `<p>U krijgt geen e-mail meer over ${whatOf(subscription)}.</p>\n<p>Wilt u dit terugdraaien? Meld u aan en kies Meldingen instellen.</p>`);
}

function whatOf({ importId, topics }: Subscription): string {
  return escapeHtml(`${topics.map((topic) => topicTexts[topic]).join(' en ')} van de import ${importId.toUpperCase()}`);
}
