import type { InputError } from '../api/problem.js';

/** A problem to answer with; its texts are for the person who asks. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';

  constructor(
    readonly status: number,
    readonly content: { title: string; detail: string; code?: string; fouten?: readonly InputError[] },
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(content.detail);
  }
}

const askAgainSeconds = 5;

/** Every problem that the door itself answers with, in one list. */
export const problems = {
  invalidInput(fouten: readonly InputError[]): HttpProblem {
    const detail = fouten.length === 1 ? '1 veld is niet juist ingevuld.' : `${fouten.length} velden zijn niet juist ingevuld.`;
    return new HttpProblem(400, { title: 'Ongeldige invoer', detail, code: 'ongeldigeInvoer', fouten });
  },
  unreadableBody(reason: string): HttpProblem {
    return new HttpProblem(400, { title: 'Onleesbare inhoud', detail: reason, code: 'onleesbareInhoud' });
  },
  unreadableRequest(): HttpProblem {
    return new HttpProblem(400, { title: 'Onleesbare vraag', detail: 'Het adres van de vraag is niet te lezen. Controleer de tekens met een %.', code: 'onleesbareVraag' });
  },
  notSignedIn(): HttpProblem {
    const detail = 'Meld u aan, of geef een geldig token mee: Authorization: Bearer <token>.';
    return new HttpProblem(401, { title: 'Niet aangemeld', detail, code: 'nietAangemeld' }, { 'WWW-Authenticate': 'Bearer realm="gids"' });
  },
  wrongCredentials(): HttpProblem {
    const detail = 'De naam of het wachtwoord klopt niet.';
    return new HttpProblem(401, { title: 'Aanmelden mislukt', detail, code: 'onjuisteGegevens' }, { 'WWW-Authenticate': 'Bearer realm="gids"' });
  },
  foreignOrigin(): HttpProblem {
    const detail = 'Deze opdracht komt niet van onze eigen pagina. Laad de pagina opnieuw en probeer het nog eens.';
    return new HttpProblem(403, { title: 'Geweigerd', detail, code: 'vreemdeHerkomst' });
  },
  keyInTheClear(): HttpProblem {
    const detail = 'De sleutel kwam onversleuteld (http) binnen. Gebruik https, en vervang de sleutel: anderen kunnen hem gelezen hebben.';
    return new HttpProblem(403, { title: 'Geweigerd', detail, code: 'onversleuteld' });
  },
  noRight(detail: string): HttpProblem {
    return new HttpProblem(403, { title: 'Geen recht', detail, code: 'geenRecht' });
  },
  noImportRight(detail = 'U hebt geen importrecht. Vraag dit aan bij de systeembeheerder.'): HttpProblem {
    return new HttpProblem(403, { title: 'Geen importrecht', detail, code: 'geenImportrecht' });
  },
  passwordMustChange(): HttpProblem {
    const detail = 'Uw wachtwoord is door een ander gemaakt. Kies eerst een eigen wachtwoord: PUT /v1/sessies/huidig/wachtwoord.';
    return new HttpProblem(403, { title: 'Wachtwoord wijzigen', detail, code: 'wachtwoordWijzigen' });
  },
  noOwnPassword(): HttpProblem {
    return problems.conflict('U bent hier niet met een wachtwoord aangemeld; er is geen wachtwoord om te wijzigen.', 'geenWachtwoord');
  },
  noLocalAccounts(): HttpProblem {
    const detail = 'Hier meldt niemand zich aan met naam en wachtwoord. Meld u aan met het account van uw organisatie: GET /v1/aanmelding/oidc.';
    return new HttpProblem(403, { title: 'Geweigerd', detail, code: 'geenLokaleAccounts' });
  },
  signInFailed(detail = 'Het aanmelden is niet gelukt. Begin opnieuw; lukt het weer niet, vraag dan een systeembeheerder.'): HttpProblem {
    return new HttpProblem(401, { title: 'Aanmelden mislukt', detail, code: 'aanmeldenMislukt' }, { 'WWW-Authenticate': 'Bearer realm="gids"' });
  },
  signInExpired(): HttpProblem {
    const detail = 'Deze aanmelding is verlopen, al gebruikt of in een ander venster begonnen. Begin opnieuw.';
    return new HttpProblem(400, { title: 'Aanmelden mislukt', detail, code: 'aanmeldingVerlopen' });
  },
  noAccount(): HttpProblem {
    const detail = 'U bent herkend, maar er is hier geen account voor u. Vraag een systeembeheerder om een account.';
    return new HttpProblem(403, { title: 'Geen account', detail, code: 'geenAccount' });
  },
  providerAway(): HttpProblem {
    return problems.unavailable('De dienst waar u zich aanmeldt is niet bereikbaar. Probeer het over een ogenblik opnieuw.');
  },
  noRoute(path: string): HttpProblem {
    const hint = path.length > 1 && path.endsWith('/') ? 'Laat de schuine streep aan het eind weg.' : 'Zie /v1/openapi.json voor wat er wel is.';
    return new HttpProblem(404, { title: 'Niet gevonden', detail: `Op dit adres is niets te vinden. ${hint}`, code: 'onbekendAdres' });
  },
  notFound(what: string): HttpProblem {
    return new HttpProblem(404, { title: 'Niet gevonden', detail: `${what} bestaat niet.`, code: 'nietGevonden' });
  },
  conflict(detail: string, code: string): HttpProblem {
    return new HttpProblem(409, { title: 'Kan nu niet', detail, code });
  },
  changedMeanwhile(what: string): HttpProblem {
    const detail = `${what} is intussen gewijzigd. Haal de nieuwste gegevens op en voer de wijziging daarop uit.`;
    return new HttpProblem(412, { title: 'Intussen gewijzigd', detail, code: 'intussenGewijzigd' });
  },
  keyUsedForSomethingElse(): HttpProblem {
    const detail = 'Met deze Idempotency-Key is iets anders gevraagd. Maak voor elke nieuwe vraag een nieuwe sleutel.';
    return new HttpProblem(422, { title: 'Sleutel al gebruikt', detail, code: 'sleutelGebruikt' });
  },
  tooSlow(): HttpProblem {
    return new HttpProblem(408, { title: 'Te langzaam', detail: 'De inhoud kwam niet op tijd binnen. Probeer het opnieuw.', code: 'teLangzaam' });
  },
  versionMissing(): HttpProblem {
    const detail = 'Geef in If-Match de versie die u zag, zoals die in de ETag stond: If-Match: "3".';
    return new HttpProblem(428, { title: 'Versie ontbreekt', detail, code: 'versieOntbreekt' });
  },
  tooLarge(limit: string): HttpProblem {
    return new HttpProblem(413, { title: 'Te groot', detail: `De inhoud is groter dan ${limit}.`, code: 'teGroot' });
  },
  wrongContentType(accepted: readonly string[]): HttpProblem {
    const detail = `Stuur de inhoud als ${accepted.join(' of ')}.`;
    return new HttpProblem(415, { title: 'Soort inhoud niet ondersteund', detail, code: 'verkeerdeInhoudssoort' }, { Accept: accepted.join(', ') });
  },
  compressedBody(): HttpProblem {
    const detail = 'Stuur de inhoud zonder compressie (geen Content-Encoding).';
    return new HttpProblem(415, { title: 'Compressie niet ondersteund', detail, code: 'compressie' }, { 'Accept-Encoding': 'identity' });
  },
  tooManyAttempts(seconds: number): HttpProblem {
    const detail = `Er is te vaak geprobeerd aan te melden. Wacht ${seconds} seconden.`;
    return new HttpProblem(429, { title: 'Te veel pogingen', detail, code: 'teVeelPogingen' }, { 'Retry-After': String(seconds) });
  },
  tooMany(detail: string, seconds: number): HttpProblem {
    const wait = `${detail} Wacht ${seconds} seconden.`;
    return new HttpProblem(429, { title: 'Te vaak gevraagd', detail: wait, code: 'teVaak' }, { 'Retry-After': String(seconds) });
  },
  unexpected(detail = 'Er ging iets mis. De beheerder vindt de oorzaak in het logboek.'): HttpProblem {
    return new HttpProblem(500, { title: 'Onverwachte fout', detail, code: 'onverwacht' });
  },
  unavailable(detail = 'De gegevens zijn nu niet bereikbaar. Probeer het over een ogenblik opnieuw.'): HttpProblem {
    return new HttpProblem(503, { title: 'Tijdelijk niet bereikbaar', detail, code: 'nietBereikbaar' }, { 'Retry-After': String(askAgainSeconds) });
  },
};
