/** Words that say what kind of school it is, not which one (DEDUPE 4.2). */
export const schoolWords = words(`
  alles bao basis basisonderwijs basisschool basissch scholen school schoolvereniging college onderwijs onderwijsgroep scholengroep
  scholengemeenschap dorpsschool regionale stedelijk stedelijke rijks
  bs obs cbs kbs rkbs rkb pcb pcbs pcbo gbs ibs abbs bbs ods odbs obds jbs cjs sbo so vso ckc okc kc ikc cns sws azs bas sg sgm rsg csg
  kindcentrum kindcentra kindercampus integraal brede dalton daltonschool montessori montessorischool jenaplan jenaplanschool freinet
  vrijeschool vrije nutsschool nutsbasisschool nuts samenwerkingsschool samenlevingsschool speciaal speciale bijzonder bijzondere
  voortgezet praktijkonderwijs praktijkschool vo po openbare openbaar christelijke protestants katholieke rooms roomskatholieke rk pc
  pkn gereformeerde reformatorische interconfessionele oecumenische islamitische evangelische hindoe algemeen algemene
`);

/** Levels and streams at the end of a secondary school's name. */
export const levelWords = words(`
  voor lyceum lyc gymnasium gymn gym atheneum ath vwo havo mavo vmbo vbo lwoo pro afd havovwo tl bl kl gl ingangsjaar
`);

/** Levels of secondary education by the words for them; schools in one building often differ in nothing else. */
const streams: ReadonlyMap<string, readonly string[]> = new Map([
  ['praktijkonderwijs', ['pro']],
  ['praktijkschool', ['pro']],
  ['pro', ['pro']],
  ['vmbo', ['vmbo']],
  ['vbo', ['vmbo']],
  ['mavo', ['vmbo', 'havo']],
  ['lwoo', ['vmbo']],
  ['havo', ['havo']],
  ['vwo', ['vwo']],
  ['atheneum', ['vwo']],
  ['ath', ['vwo']],
  ['gymnasium', ['vwo']],
  ['gym', ['vwo']],
  ['gymn', ['vwo']],
  ['lyceum', ['vwo', 'havo']],
  ['lyc', ['vwo', 'havo']],
]);

/** @returns the levels that a word stands for */
export function streamOf(word: string): readonly string[] {
  return streams.get(word) ?? [];
}

/** Words that tell the locations of one organisation apart. */
export const placeWords = words('noord zuid oost west noordoost noordwest zuidoost zuidwest centrum midden binnenstad boven beneden nieuw oud onderbouw bovenbouw');

/** Words that say what kind of childcare it is. */
export const childcareWords = words(`
  kdv kinderdagverblijf kinderopvang kindercentrum kindercentra dagopvang opvang bso nso tso vso buitenschoolse naschoolse
  psz peuterspeelzaal peuteropvang peutergroep peuterspeelgroep peuterplek peuters voorschool voorschoolse vve gastouderbureau gastouder gob
  creche babyopvang
`);

/** Words of childcare that schools use as well, as part of what they are: they say nothing of the kind. */
export const ambiguousWords = words('kc ikc ckc okc kindcentrum kindcentra kindercampus kindercentrum kindercentra voorschool voorschoolse vso opvang integraal');

/** Legal forms and places within a building or a chain. */
export const formalWords = words(`
  stichting vereniging bv nv vof ver loc locatie vestiging dislocatie hoofdlocatie nevenvestiging hoofdvestiging afdeling
`);

export const articles = words('de het een t s n der den des ter ten te van vd v voor in op aan bij met en of en a d e i o ca');

/** Beginnings of the names of what else is found in a school's building or beside it. */
const otherStems = `
  bibliotheek biblio buurthuis buurtcentrum buurtkamer wijkcentrum wijkgebouw dorpshuis speelotheek speeltuin logopedie fysiotherap muziekschool
  sportvereniging sportclub sporthal gymzaal voetbal korfbal tennis turnvereniging judo zwembad scouting oudervereniging jeugdgezondheid consultatiebureau
  huiswerk taalcafe taalhuis toneelvereniging theater museum kerk parochie gemeentehuis stadskantoor huisarts apotheek tandarts zorgcentrum
  woonzorg welzijn jongerencentrum dansschool balletschool volksuniversiteit cultuurhuis kunstuitleen ijsclub carnaval harmonie fanfare zangkoor
  ggd verloskund schoolmaatschappelijk inloophuis repaircafe rijschool autorijschool
`.trim().split(/\s+/);

/** @returns whether a word names something that is neither school nor childcare */
export function isOtherWord(word: string): boolean {
  return otherStems.some((stem) => word.startsWith(stem));
}

/** Spellings of one word in names (DEDUPE 4.2), each under the form that is kept. */
export const nameSynonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sint: 'st ste sinte sancta sanctus',
    christelijke: 'chr christelijk',
    katholieke: 'kath katholiek kahtolieke',
    rk: 'roomskatholieke roomskatholiek',
    openbare: 'openb openbaar',
    protestants: 'prot protestantse protestant',
    gereformeerde: 'geref gereformeerd',
    reformatorische: 'ref reformatorisch',
    interconfessionele: 'interconf interconfessioneel',
    oecumenische: 'oecumenisch oec',
    islamitische: 'islamitisch',
    bijzondere: 'bijz bijzonder',
    basisschool: 'basissch',
    scholengemeenschap: 'scholengem schgem scholengemeensch',
    dominee: 'ds',
    doctor: 'dr',
    meester: 'mr',
    monseigneur: 'mgr',
    professor: 'prof',
    burgemeester: 'burg burgem',
    pastoor: 'past',
    koningin: 'kon koning',
    prins: 'pr prinses',
    jonkheer: 'jhr',
    ingenieur: 'ir',
    generaal: 'gen',
    haezer: 'haeser',
    1: '1e 1ste eerste',
    2: '2e 2de tweede ii',
    3: '3e 3de derde iii',
    4: '4e 4de vierde iv',
    5: '5e 5de vijfde',
    6: '6e 6de zesde vi',
  }).flatMap(([kept, spellings]) => spellings.split(' ').map((spelling) => [spelling, kept] as const)),
);

/** Hosts where everybody can have a page: they say nothing of who it is (DEDUPE 4.4). */
export const sharedHosts = words(`
  facebook.com nl-nl.facebook.com instagram.com twitter.com x.com linkedin.com youtube.com google.com sites.google.com scholenopdekaart.nl
  landelijkregisterkinderopvang.nl wordpress.com wixsite.com weebly.com
`);

export const freeMailHosts = words(`
  gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com yahoo.com icloud.com me.com ziggo.nl kpnmail.nl kpnplanet.nl
  planet.nl hetnet.nl home.nl xs4all.nl casema.nl chello.nl upcmail.nl tele2.nl online.nl telfort.nl solcon.nl zonnet.nl quicknet.nl
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
