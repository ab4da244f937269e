import { postWords } from './private-words.data.ts';

/** What stands where something private stood. */
const leftOut = '(left out)';

const mail = /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g;
/** A British number: 0 or +44 in front, ten figures or more with what people put between them. */
const telephone = /(?:\+44\s?(?:\(0\)\s?)?|\(?\b0)\d(?:[\d\s()-]{7,16})\d\b/g;
/** Two words or more are a name however they are written; one alone might be any word. */
const isWhole = (name: string) => name.includes(' ');
const extension = /\bext(?:ension)?\b\.?:?\s*(?:no\.?\s*)?\d{2,6}\b/gi;
const dateInFigures = /^\d{1,2}-\d{1,2}-\d{4}/;
const password = /\b(pass ?(?:word|code|phrase)|pin|pwd)(\s*(?:is|was|to|:|=)\s*)["“']?(?=\S*[\d!$%&*#@])[^\s"”',;]+/gi;
const courtesy = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Madam|Prof)\b\.?\s+(?:[A-Z]\.?\s+)?[A-Z][\p{L}’'-]+/gu;

/**
 * The text without what belongs to people: addresses, telephone numbers, passwords, names after a title, and the names that other
 * columns of the row hold. `known`: words of places and things, which are no names here.
 */
export function withoutPrivateWords(text: string, people: readonly string[], known: ReadonlySet<string>): string {
  const without = text
    .replaceAll(mail, leftOut)
    .replaceAll(password, (_, word: string, link: string) => `${word}${link}${leftOut}`)
    .replaceAll(telephone, found => (isNumberOfAPhone(found) ? leftOut : found))
    .replaceAll(extension, leftOut)
    .replaceAll(courtesy, leftOut);
  const parts = people.flatMap(person => namesIn(person, known));
  return parts.reduce(withoutName, without).replaceAll(/\(left out\)(?:[\s,]+\(left out\))+/g, leftOut);
}

function isNumberOfAPhone(found: string): boolean {
  return found.replaceAll(/\D/g, '').length >= 10 && !dateInFigures.test(found);
}

/** Whether anything was left out of it. */
export function isPartlyLeftOut(text: string): boolean {
  return text.includes(leftOut);
}

function withoutName(text: string, name: string): string {
  const pattern = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const flags = isWhole(name) ? 'giu' : 'gu';
  return text.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, flags), leftOut);
}

/** The whole name, and each part of it; nothing where the cell holds a post: "Office", "Year 4 teacher". Longest first. */
function namesIn(cell: string, known: ReadonlySet<string>): string[] {
  const text = cell
    .replaceAll(mail, ' ')
    .replaceAll(/[()<>"]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [last = '', first] = text.split(/\s*,\s*/);
  const words = (first === undefined ? text : `${first} ${last}`).split(' ').filter(word => word !== '');
  if (words.length < 2 || words.length > 4 || !words.every(isNameLike)) return [];
  if (words.some(word => postWords.has(word.toLowerCase()))) return [];
  const parts = words.filter(word => word.length > 2 && !known.has(word.toLowerCase()));
  return [words.join(' '), [...words].reverse().join(' '), ...parts];
}

function isNameLike(word: string): boolean {
  return /^\p{Lu}[\p{L}’'.-]*$/u.test(word);
}
