import { ambiguousWords, articles, childcareWords, formalWords, isOtherWord, levelWords, nameSynonyms, schoolWords, streamOf } from './match-vocabulary.js';
import { SimilarWords } from './similar-words.js';
import { fold } from './text.js';

/** What a name says of the kind of organisation. */
export type NameHint = 'SCHOOL' | 'CHILDCARE' | 'OTHER';

/** A name taken apart for comparison (DEDUPE 4.2). */
export interface MatchName {
  /** What tells one organisation from another, in order; of a name that joins two (`A / B`) each part apart after the whole. */
  readonly cores: readonly (readonly string[])[];
  /** The name holds type words only; it tells nothing apart. */
  readonly generic: boolean;
  readonly hint: NameHint | undefined;
  /** Levels of secondary education that it names, such as `havo`. */
  readonly streams: readonly string[];
}

/** `o.b.s.`, `R.-K.B.S.` and `D. L.`, with dots or blanks: one word of single letters. */
const initials = /(?<![a-z0-9'])[a-z](?:[. -]+[a-z](?![a-z0-9']))+\.?/g;
const compoundType = /^(?:basis|dalton|montessori|jenaplan|nuts|freinet|vrije|samenwerkings|dorps|praktijk|brede|islam|kinder|peuter)*(?:basis)?(?:school|onderwijs|opvang)$/;

/**
 * Takes a name apart: abbreviations and spellings made one, type words and legal forms out, the town out where
 * something is left without it.
 */
export function matchName(name: string, town?: string): MatchName {
  const parts = fold(name).split(/\s+\/\s+|\s*\|\s*/).filter(Boolean);
  const tokens = parts.map(tokensOf);
  const all = tokens.flat();
  const townWords = new SimilarWords(town === undefined ? [] : tokensOf(fold(town)));
  const whole = coreOf(all, townWords);
  const partial = parts.length < 2 ? [] : tokens.map((part) => coreOf(part, townWords)).filter((core) => core.length > 0);
  const said = { hint: hintOf(all), streams: [...new Set(all.flatMap(streamOf))].sort() };
  if (whole.length > 0) return { cores: [whole, ...partial], generic: false, ...said };
  const rest = all.filter((word) => !articles.has(word));
  return { cores: [rest.length > 0 ? rest : all], generic: true, ...said };
}

/** Key of a core that ignores the order of its words (OpenRefine's fingerprint). */
export function fingerprintOf(core: readonly string[]): string {
  return [...new Set(core)].sort().join(' ');
}

function tokensOf(folded: string): string[] {
  return folded
    .replace(initials, (letters) => `${letters.replace(/[. -]/g, '')} `)
    .replace(/[&+]/g, ' en ')
    .replace(/(?<=[a-z])'(?=s\b)/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .flatMap(splitGlued)
    .map((word) => nameSynonyms.get(word) ?? word);
}

/** `BasisschoolDe Piramiden`: a blank was lost. */
function splitGlued(word: string): string[] {
  const glued = /^(basisschool)(de|het|t)$/.exec(word);
  return glued ? [glued[1] ?? '', glued[2] ?? ''] : [word];
}

/** @returns nothing where only type words and the town are left */
function coreOf(tokens: readonly string[], townWords: SimilarWords): string[] {
  const core = tokens.filter((word) => !isType(word)).map(withoutSchool);
  const telling = core.filter((word) => word !== 'sint');
  const local = telling.filter((word) => !townWords.has(word));
  return local.length > 0 || telling.length > 0 ? local : core;
}

function isType(word: string): boolean {
  return articles.has(word) || typeWords.has(word) || compoundType.test(word);
}

const typeWords = new SimilarWords([...schoolWords, ...childcareWords, ...levelWords, ...formalWords]);

/** `Vitusschool` is the school of Vitus; a word that is nearly nothing but `school` stays. */
function withoutSchool(word: string): string {
  const stem = word.replace(/(?:basis)?school$/, '');
  return stem.length >= 3 ? (nameSynonyms.get(stem) ?? stem) : word;
}

function hintOf(tokens: readonly string[]): NameHint | undefined {
  const kinds = tokens.map(kindOfWord);
  if (kinds.includes('CHILDCARE')) return 'CHILDCARE';
  if (kinds.includes('SCHOOL')) return 'SCHOOL';
  return kinds.includes('OTHER') ? 'OTHER' : undefined;
}

function kindOfWord(word: string): NameHint | undefined {
  if (isOtherWord(word)) return 'OTHER';
  if (ambiguousWords.has(word)) return undefined;
  if (childcareWords.has(word) || /opvang$/.test(word)) return 'CHILDCARE';
  return schoolKinds.test(word) ? 'SCHOOL' : undefined;
}

const schoolKinds = /^(?:[a-z]{0,3}bs|pcbo?|odbs|ods|sbo|sgm?|basis.*|college|scholen.*|onderwijs|voortgezet|praktijk.*)$|school$/;
