/**
 * Groups that a caller can be in, by what is stored of him at the moment of the request (REQUIREMENTS table 7):
 * `iedereen` also who is not signed in, `aangemeld` every person who is, `importbeheerder` a person with the importrecht
 * of at least one import, `importscript` a script with an API key, `systeembeheerder` who runs the installation.
 */
export type Group = 'iedereen' | 'aangemeld' | 'importbeheerder' | 'importscript' | 'systeembeheerder';

const everybody: readonly Group[] = ['iedereen'];
const people: readonly Group[] = ['aangemeld'];
const importManagers: readonly Group[] = ['importbeheerder'];
const administrators: readonly Group[] = ['systeembeheerder'];
/** Who may see what a script delivered, beside the script. */
const readersOfRecords: readonly Group[] = ['importbeheerder', 'importscript'];
const readersOfRuns: readonly Group[] = ['importbeheerder', 'importscript', 'systeembeheerder'];
const deciders: readonly Group[] = ['importbeheerder', 'systeembeheerder'];

/**
 * Which groups may ask for an operation at all. An operation without a line stops the start: everything is denied by
 * default (RELIABILITY e1). Whether somebody may touch one import, record or organisation is checked by the service that
 * owns it, in its own query (e2).
 */
export const access: Readonly<Record<string, readonly Group[]>> = {
  // Open to strangers: what the public sees, and what one needs to get in.
  lijstOrganisaties: everybody,
  lijstWijzigingen: everybody,
  openSessie: everybody,
  toonGezondheid: everybody,
  toonOpenApi: everybody,
  toonOrganisatie: everybody,
  startOidcAanmelding: everybody,
  startOidcAfmelding: everybody,
  toonAanmelding: everybody,
  voltooiOidcAanmelding: everybody,
  // Whoever holds the link of a mail (RFC 8058).
  meldBerichtenAf: everybody,
  toonAfmelding: everybody,

  // The session itself; a script may look whether its key still counts.
  sluitAlleSessies: people,
  sluitSessie: people,
  wijzigWachtwoord: people,
  toonSessie: ['aangemeld', 'importscript'],

  // Messages: everybody his own, which the notifier looks after.
  lijstMeldingen: people,
  lijstPost: people,
  toonMelding: people,
  toonMeldingsvoorkeuren: people,
  toonPost: people,
  wijzigMelding: people,
  wijzigMeldingsvoorkeuren: people,

  // The screen of an import and its human decisions (R78, R80): no script, and no systeembeheerder without the importrecht.
  aanvaardHernummering: importManagers,
  beoordeelItem: importManagers,
  draaiBulkwijzigingTerug: importManagers,
  lijstBulkregels: importManagers,
  lijstBulkwijzigingen: importManagers,
  startBulkwijziging: importManagers,
  toonBulkwijziging: importManagers,
  beoordeelKandidaat: importManagers,
  draagBeheerOver: importManagers,
  koppelOrganisatieimport: importManagers,
  lijstControlerondeItems: importManagers,
  ontkoppelOrganisatieimport: importManagers,
  sluitControleronde: importManagers,
  toonControleronde: importManagers,
  toonDubbelbeleid: importManagers,
  vraagVerwijdering: importManagers,
  wijzigDubbelbeleid: importManagers,
  wijzigOrganisatieimport: importManagers,
  lijstKandidaten: readersOfRecords,
  lijstOrganisatieimporten: readersOfRecords,
  toonGeschiedenis: readersOfRecords,
  toonKoppeling: readersOfRecords,
  telOrganisatieimporten: readersOfRecords,
  toonOrganisatieimport: readersOfRecords,
  zoekOrganisatieimporten: readersOfRecords,

  // What a script says of what it saved (R87); of people only the command line, which its handler sees to (R12).
  verwerkImportregel: readersOfRecords,

  // Runs: a script delivers its own and sees what became of it; a systeembeheerder starts and decides.
  lijstImportbronnen: readersOfRuns,
  lijstFoutgroepen: readersOfRuns,
  lijstImportruns: readersOfRuns,
  lijstRunregels: readersOfRuns,
  leverDeel: readersOfRuns,
  openLevering: readersOfRuns,
  sluitLevering: readersOfRuns,
  startImportrun: readersOfRuns,
  toonImportbron: readersOfRuns,
  toonImportrun: readersOfRuns,
  toonLevering: readersOfRuns,
  volgGebeurtenissen: readersOfRuns,
  beslisOverImportrun: deciders,
  schermAf: deciders,

  // The directory: the publisher knows who is what at which organisation.
  bevestigGidsOrganisatie: people,
  geefOrganisatierol: people,
  kopieerOrganisatie: people,
  lijstContracten: people,
  lijstDubbelmeldingen: people,
  lijstGidsOrganisaties: people,
  lijstOrganisatierollen: people,
  meldDubbele: people,
  lijstProducten: people,
  maakGidsOrganisatie: people,
  maakProduct: people,
  neemProductenOver: people,
  toonGidsOrganisatie: people,
  toonVergelijkingen: people,
  trekOrganisatierolIn: people,
  verwijderGidsOrganisatie: people,
  verwijderProduct: people,
  lijstWeergaven: people,
  maakWeergave: people,
  toonWeergave: people,
  verwijderWeergave: people,
  wijzigWeergave: people,
  wijzigContract: people,
  wijzigGidsOrganisatie: people,
  wijzigProduct: people,
  wijzigZichtbaarheid: people,

  // The installation (R79, R97, RELIABILITY e4).
  beslisOverBezorging: administrators,
  exporteerAuditregels: administrators,
  geefImportrecht: administrators,
  geefPostVrij: administrators,
  lijstAccounts: administrators,
  lijstAuditregels: administrators,
  lijstBezorgingen: administrators,
  lijstImportrechten: administrators,
  lijstSleutels: administrators,
  lijstTerzijdeBerichten: administrators,
  lijstWachtrijen: administrators,
  maakAccount: administrators,
  maakSleutel: administrators,
  meldAccountAf: administrators,
  schoonImportOp: administrators,
  toonAccount: administrators,
  toonTerzijdeBericht: administrators,
  trekImportrechtIn: administrators,
  trekSleutelIn: administrators,
  verstuurOpnieuw: administrators,
  wijzigAccount: administrators,
  wijzigImportbron: administrators,
};
