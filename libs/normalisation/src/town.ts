import { cleanText } from './text.js';

/** Written small inside a town's name: `Wijk bij Duurstede`, `Nieuwerkerk ad IJssel`. */
const smallWords = new Set("aan ad bij ca de den der en gem gem. het in of op over 't te ten ter tot van".split(' '));
/** Province tails that tell towns of one name apart; they stay capitals: `Hengelo OV`. */
const provinceTails = new Set('DR FL FR GLD GN L LB NB NH OV UT ZH ZLD'.split(' '));

/**
 * Gives a town that is written in capitals its usual spelling: `'S-GRAVENHAGE` becomes `'s-Gravenhage`.
 * A name with small letters stays as it is. No letters are added: province tails and missing accents remain.
 */
export function displayTown(value: string): string {
  const town = cleanText(value).replace(/[’‘`´]/g, "'");
  if (/\p{Ll}/u.test(town)) return town;
  return town.split(' ').map(displayWord).join(' ').replace(/^'?S(?=[- ](?:Graven|Heer|Hertogen))/, "'s");
}

function displayWord(word: string, position: number, words: readonly string[]): string {
  const startsName = position === 0 || /^GEM\.?$/.test(words[position - 1] ?? '');
  if (!startsName && provinceTails.has(word)) return word;
  const small = word.toLowerCase();
  if (!startsName && smallWords.has(small)) return small;
  return small.split('-').map((part, at) => (at > 0 && smallWords.has(part) ? part : capitalised(part))).join('-');
}

/** The Dutch IJ is one letter; the article `'t` and the genitive `'s` stay small; `2e` has no capital. */
function capitalised(part: string): string {
  if (/^'[st]$/.test(part) || /^\p{N}/u.test(part)) return part;
  return part.replace(/^(\P{L}*)(ij|\p{L})/u, (_, before: string, first: string) => before + first.toUpperCase());
}
