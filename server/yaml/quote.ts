import type { ScalarNode } from './node.ts';

/** What a YAML 1.1 or 1.2 reader would take for something else than this text, and write back differently. */
const otherwise = [
  /^(?:~|null|Null|NULL)$/,
  /^(?:y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE)$/,
  /^[-+]?0[oxb][0-9a-fA-F_]+$/,
  /^[-+]?[0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9]*)?$/,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/,
  /^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9].*$/,
  /^[0-9]{4}-(?:[0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])$/,
  /^(?:=|<<)$/,
];

/** Numbers that any reader writes back as they were: no zeros or signs to lose, few enough digits to keep. */
const sameNumber = /^(?:0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{0,5}[1-9])$/;

/** Signs a plain text cannot start with, or could be misread after. */
const badStart = /^(?:[\s,[\]{}#&*!|>'"%@`“”‘]|[-?:](?:\s|$)|---|\.\.\.)/;
const badInside =
  /:(?:\s|$)|\s#|[\r\n\t\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]|\s$/;

/** May the text stand without quotes and read back as the same text under YAML 1.2 and 1.1? `flow`: between brackets. */
export function isPlainSafe(text: string, flow = false): boolean {
  if (text === '' || badStart.test(text) || badInside.test(withoutPairs(text))) return false;
  if (flow && /[,[\]{}]|:$/.test(text)) return false;
  return sameNumber.test(text) || !otherwise.some(form => form.test(text));
}

/** Pairs of surrogates are ordinary signs; only a lone half is not text. */
function withoutPairs(text: string): string {
  return text.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, 'x');
}

/**
 * The text as it must be written: in the style asked for if it can carry the text, else plain if that reads back, else in
 * double quotes (precise.md 32). A block is never made here; it counts as no wish.
 */
export function quoteFor(text: string, style?: ScalarNode['style'], flow = false): string {
  if (style === 'double') return doubleQuoted(text);
  if (style === 'single' && isSingleSafe(text)) return `'${text.replaceAll("'", "''")}'`;
  return isPlainSafe(text, flow) ? text : doubleQuoted(text);
}

/** A field's name as people write it: `on` is a name here, whatever an old reader makes of it. */
export function keyText(name: string, flow = false): string {
  const isWord = /^[A-Za-z][\w-]*$/.test(name) && !/^(?:true|false|null)$/i.test(name);
  return isWord ? name : quoteFor(name, undefined, flow);
}

function isSingleSafe(text: string): boolean {
  return !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(withoutPairs(text));
}

/** For a fix: the quotes that need the least escaping, so that the person still recognises the text. */
export function easyQuotes(text: string): string {
  const single = /["\\]/.test(text) && !text.includes("'") && isSingleSafe(text);
  return quoteFor(text, single ? 'single' : 'double');
}

const escapes: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

function doubleQuoted(text: string): string {
  const inner = text.replaceAll(escaped, sign => {
    if (sign.length === 2) return sign;
    return escapes[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${inner}"`;
}
