import type { BytePlace, FileKind } from './file-facts.js';

const number = new Intl.NumberFormat('nl-NL');
const again = 'Haal het bestand opnieuw op; tot dan blijft de vorige stand gelden.';
const askSource = 'Vraag de bron om een hersteld bestand; tot dan blijft de vorige stand gelden.';

type OtherKind = Exclude<FileKind, 'text' | 'empty' | 'utf-16'>;

const kinds: Record<OtherKind, { readonly what: string; readonly todo: string }> = {
  html: { what: 'een webpagina', todo: 'Controleer het adres van de bron en of de bron bereikbaar is.' },
  xml: { what: 'een XML-bestand', todo: 'Controleer het adres van de bron.' },
  json: { what: 'JSON, vaak een foutmelding,', todo: 'Controleer het adres van de bron en of de bron bereikbaar is.' },
  spreadsheet: { what: 'een werkmap (Excel of OpenDocument)', todo: 'Sla het blad op als CSV of gebruik het CSV-adres.' },
  zip: { what: 'een zip-bestand', todo: 'Pak het uit en geef het CSV-bestand dat erin zit.' },
  gzip: { what: 'een gzip-bestand', todo: 'Pak het uit en geef het CSV-bestand dat erin zit.' },
  pdf: { what: 'een PDF-bestand', todo: 'Controleer het adres van de bron.' },
  binary: { what: 'een binair bestand', todo: 'Controleer het adres van de bron.' },
};

const at = ({ byte, line }: BytePlace) => `byte ${number.format(byte)} (regel ${number.format(line)})`;
const columns = (count: number) => (count === 1 ? '1 kolom' : `${count} kolommen`);
const quoted = (text: string) => `«${text.length > 80 ? `${text.slice(0, 80)}…` : text}»`;

/** Dutch sentences on a file or a row that cannot be read: what is wrong, where, and what to do. */
export const texts = {
  noBytes: () => `Het bestand is leeg (0 bytes). ${again}`,
  onlyBlanks: () => `Het bestand bevat alleen witruimte. ${again}`,
  onlyHeader: () => `Het bestand bevat alleen een kopregel en geen enkele rij. ${again}`,

  otherKind: (kind: OtherKind) => `De bron gaf ${kinds[kind].what} in plaats van een CSV-bestand. ${kinds[kind].todo}`,
  noDelimiter: (headerLine: string) =>
    `De eerste regel, ${quoted(headerLine)}, is geen kopregel: er staat geen puntkomma of komma in. ` +
    'Controleer of de bron het goede bestand gaf, met puntkomma of komma als scheidingsteken.',
  headerTooLong: () =>
    'De eerste regel is langer dan 64 kB en kan geen kopregel zijn. Controleer of de bron het goede bestand gaf.',
  quoteNotClosed: (line: number) =>
    `In de rij op regel ${number.format(line)} wordt een aanhalingsteken geopend dat nergens sluit. ${askSource}`,
  rowSpansLines: (line: number) =>
    `De rij op regel ${number.format(line)} loopt door op de volgende regel: een aanhalingsteken sluit niet en slokt ` +
    `andere rijen op. ${askSource}`,
  rowTooLong: (line: number, limit: number) =>
    `De rij op regel ${number.format(line)} is langer dan ${number.format(limit)} tekens; waarschijnlijk sluit daar een ` +
    `aanhalingsteken niet. ${askSource}`,

  utf16: () => 'Het bestand staat in UTF-16. Sla het op als UTF-8 of vraag de bron dat te doen.',
  nulInHeader: (place: BytePlace) =>
    `Op ${at(place)} staat een NUL-teken in de kopregel: dit is geen gewone tekst. Sla het bestand op als UTF-8.`,
  mixedEncodings: (place: BytePlace) =>
    `Het bestand is deels UTF-8 en deels niet, voor het eerst op ${at(place)}. ${askSource}`,
  undefinedByte: (place: BytePlace) =>
    `Op ${at(place)} staat een teken dat in UTF-8 noch in windows-1252 bestaat. ${askSource}`,

  headerChanged: (objections: readonly string[]) =>
    `${objections.join(' ')} Vraag de bron ernaar of pas de kolommen van deze bron aan; tot dan blijft de vorige stand gelden.`,
  columnTwice: (name: string) => `De kolom ${quoted(name)} staat meer dan eens in de kopregel. ${askSource}`,

  wrongLength: (declared: number, received: number) =>
    `De bron kondigde ${number.format(declared)} bytes aan en er kwamen er ${number.format(received)}. ${again}`,
  noFinalNewline: (line: number) =>
    `Het bestand houdt op regel ${number.format(line)} op zonder regeleinde: het is waarschijnlijk afgebroken. ${again}`,
  lastRowShort: (line: number, found: number, expected: number) =>
    `De laatste rij (regel ${number.format(line)}) heeft ${found} van de ${expected} kolommen: het bestand is ` +
    `waarschijnlijk afgebroken. ${again}`,
  tooManyBadRows: (bad: number, read: number, percentage: number) =>
    `Niet te lezen: ${number.format(bad)} van de ${number.format(read)} rijen, meer dan ${percentage}%. ` +
    `Bekijk de afgekeurde rijen. ${askSource}`,

  columnCount: (line: number, found: number, expected: number) =>
    `Regel ${number.format(line)}: ${columns(found)} in plaats van ${expected}. Vraag de bron deze rij te herstellen.`,
  nulInRow: (line: number, column: string) =>
    `Regel ${number.format(line)}: er staat een NUL-teken in ${column}. Vraag de bron deze rij te herstellen.`,
  cellTooLong: (line: number, column: string, limit: number) =>
    `Regel ${number.format(line)}: ${column} is langer dan ${number.format(limit)} tekens. Vraag de bron deze rij te herstellen.`,
};
