const number = new Intl.NumberFormat('nl-NL');
const percent = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const rowsIn = (count: number) => (count === 1 ? '1 regel' : `${number.format(count)} regels`);
const rowsBefore = (rows: number, before: number) =>
  `Het bestand telt ${rowsIn(rows)}; de vorige keer waren het er ${number.format(before)}`;
const atMost = (limit: number) => `zonder akkoord mogen dat er hoogstens ${number.format(limit)} zijn.`;

/** Dutch sentences on what is unlike the last file, each with the measured value and the limit (R8). */
export const findingTexts = {
  tooFewRows: (rows: number, before: number, limit: number) =>
    `${rowsBefore(rows, before)} en zonder akkoord moeten het er minstens ${number.format(limit)} zijn.`,
  farTooFewRows: (rows: number, before: number, limit: number) =>
    `${rowsBefore(rows, before)} en een bestand van minder dan ${rowsIn(limit)} wordt niet verwerkt. ` +
    'Haal het bestand opnieuw op; tot dan blijft de vorige stand gelden.',
  tooManyRows: (rows: number, before: number, limit: number) =>
    `${rowsBefore(rows, before)} en zonder akkoord mogen het er hoogstens ${number.format(limit)} zijn.`,
  vanished: (count: number, records: number, limit: number) =>
    `Er verdwijnen ${number.format(count)} van de ${number.format(records)} organisaties; ${atMost(limit)}`,
  hidden: (count: number, records: number, limit: number) =>
    `Van de ${number.format(records)} organisaties worden er ${number.format(count)} onzichtbaar; ${atMost(limit)}`,
  changed: (count: number, records: number, limit: number) =>
    `Er wijzigen ${number.format(count)} van de ${number.format(records)} organisaties; ${atMost(limit)}`,
  badRows: (bad: number, rows: number, limit: number) =>
    `Niet te gebruiken zijn ${number.format(bad)} van de ${number.format(rows)} regels; ${atMost(limit)}`,
  fillRate: (column: string, filled: number, before: number, limit: number) =>
    `Kolom "${column}" is gevuld in ${percent.format(filled)}% van de regels; de vorige keer was dat ${percent.format(before)}% ` +
    `en zonder akkoord moet het minstens ${percent.format(limit)}% zijn.`,
};
