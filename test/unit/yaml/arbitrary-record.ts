import fc from 'fast-check';
import { isPlainSafe, quoteFor } from '../../../server/yaml/quote.ts';

export type Model = string | null | readonly Model[] | { readonly [key: string]: Model };

export interface MadeRecord {
  readonly text: string;
  readonly model: { readonly [key: string]: Model };
}

const keys = [
  'kind',
  'id',
  'title',
  'type',
  'location',
  'notes',
  'contract',
  'from',
  'to',
  'groups',
  'checks',
  'checks_2',
  'cost-gbp',
  'n',
];

const words = fc
  .array(
    fc.constantFrom(
      'Printer',
      'a',
      'yes',
      '12',
      '#2',
      'SRV-01:',
      "Head's",
      '75"',
      '\\\\srv',
      '- x',
      '@home',
      '{x}',
      '[y',
      'é',
      '😀',
      '1.10',
      'null',
      '2026-11-23',
      '*',
      '&b',
      '|',
      '  ',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.join(' '));
export const anyText = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

const model = fc.letrec<{ value: Model; map: { readonly [key: string]: Model }; list: Model[] }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: anyText },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: tie('map') },
    { weight: 2, arbitrary: tie('list') },
  ),
  map: fc.dictionary(fc.constantFrom(...keys), tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  list: fc.array(
    tie('value').filter(item => item !== null),
    { minLength: 1, maxLength: 3 },
  ),
}));

/** The choices a writer makes, drawn one after the other from a list of numbers. */
interface Taste {
  readonly eol: string;
  readonly step: number;
  pick(of: number): number;
}

function comment(taste: Taste): string {
  return taste.pick(6) === 0 ? ' # a comment: "with {signs' : '';
}

function blankOrComment(pad: string, taste: Taste): string[] {
  return [[''], [`${pad}# about the next: [`], []][Math.min(taste.pick(10), 2)] ?? [];
}

function isBlockText(text: string): boolean {
  return /^[!-~]/.test(text) && /^[ -~\n]*$/.test(text) && !/ (?:\n|$)/.test(text);
}

function scalar(text: string, pad: string, taste: Taste): string[] {
  const choice = taste.pick(6);
  if (choice === 0 && isBlockText(text))
    return [`|-${comment(taste)}`, ...text.split('\n').map(line => pad + ' '.repeat(taste.step) + line)];
  if (choice === 1 && /^[ -~é]*$/.test(text)) return [`'${text.replaceAll("'", "''")}'${comment(taste)}`];
  if (choice === 2) return [quoteFor(text, 'double') + comment(taste)];
  return [quoteFor(text) + comment(taste)];
}

function flow(value: Model, taste: Taste): string {
  if (value === null) return '""';
  if (typeof value === 'string') return isPlainSafe(value, true) ? value : quoteFor(value, 'double');
  if (Array.isArray(value))
    return `[${value.map((item: Model) => flow(item, taste)).join(taste.pick(2) === 0 ? ', ' : ',')}]`;
  return `{${Object.entries(value)
    .map(([key, held]) => `${key}: ${flow(held, taste)}`)
    .join(', ')}}`;
}

function hasNull(value: Model): boolean {
  if (value === null) return true;
  return typeof value !== 'string' && Object.values(value).some(held => hasNull(held));
}

function field(key: string, value: Model, pad: string, taste: Taste): string[] {
  if (value === null) return [`${key}:${comment(taste)}`];
  if (typeof value === 'string') {
    const [first = '', ...rest] = scalar(value, pad, taste);
    return [`${key}: ${first}`, ...rest];
  }
  if (taste.pick(4) === 0 && !hasNull(value)) return [`${key}: ${flow(value, taste)}${comment(taste)}`];
  const indentless = Array.isArray(value) && taste.pick(3) === 0;
  const inner = indentless ? pad : pad + ' '.repeat(taste.step);
  return [`${key}:${comment(taste)}`, ...lines(value, inner, taste)];
}

function lines(value: Model, pad: string, taste: Taste): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Model) => item_(item, pad, taste));
  return Object.entries(value as { readonly [key: string]: Model }).flatMap(([key, held]) => {
    const [first = '', ...rest] = field(key, held, pad, taste);
    return [...blankOrComment(pad, taste), pad + first, ...rest];
  });
}

function item_(value: Model, pad: string, taste: Taste): string[] {
  if (typeof value === 'string') {
    const [first = '', ...rest] = scalar(value, pad, taste);
    return [`${pad}- ${first}`, ...rest];
  }
  if (value === null || (taste.pick(4) === 0 && !hasNull(value)))
    return [`${pad}- ${flow(value, taste)}${comment(taste)}`];
  const inner = `${pad}  `;
  const body = lines(value, inner, taste);
  const start = body.findIndex(line => line.trim() !== '' && !line.trim().startsWith('#'));
  // A comment right of the list's column would be swallowed by a block of text above it.
  return [
    ...body.slice(0, start).map(line => pad + line.trim()),
    `${pad}- ${(body[start] ?? '').slice(inner.length)}`,
    ...body.slice(start + 1),
  ];
}

/** Correct records in every style the reader allows, with comments, blank lines, CRLF and missing last line ends. */
export const madeRecord: fc.Arbitrary<MadeRecord> = fc
  .tuple(
    model.map,
    fc.array(fc.nat({ max: 59 }), { minLength: 1, maxLength: 40 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom(2, 2, 4),
    fc.boolean(),
  )
  .map(([made, choices, eol, step, newline]) => ({
    text: writeModel(made, { choices, eol, step, newline }),
    model: made,
  }));

export interface Writing {
  /** What is drawn from when a style is chosen. */
  readonly choices: readonly number[];
  readonly eol: string;
  readonly step: number;
  readonly newline: boolean;
}

export function writeModel(made: { readonly [key: string]: Model }, { choices, eol, step, newline }: Writing): string {
  let at = 0;
  const taste: Taste = { eol, step, pick: of => (choices[at++ % choices.length] ?? 0) % of };
  return lines(made, '', taste).join(eol) + (newline ? eol : '');
}
