/** Every text that a person may read, out of the sources themselves: so that a new one cannot be forgotten. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Said {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** Shown in hovers and documentation only: field sentences, why a rule asks. */
  readonly hover: boolean;
}

/** Folders whose texts reach a person; files that hold none are left out by having no sentence in them. */
const folders = ['server', 'src', 'media'];
/** Only documentation and examples: why a rule asks, what breaks it. `docs/rules.md` is made of them. */
const documentation = new Set(['why', 'bad', 'good']);
const hovers = new Set(['about', 'example']);

export function gatherWords(): Said[] {
  const files = folders
    .filter(folder => fs.existsSync(folder))
    .flatMap(folder =>
      fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts'))
        .map(name => path.join(folder, name)),
    );
  return [...files.flatMap(gatherFrom), ...fromPackageJson()];
}

function gatherFrom(file: string): Said[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = textOf(node);
    if (text !== undefined && isSentence(text) && !isForMachines(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ text, file, line: line + 1, hover: isHover(node, file) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A literal as it is read; what is put in by a template stands as …. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(span => `…${span.literal.text}`).join('');
}

/** Two words at least, or one with a capital: what is shorter is a key. */
function isSentence(text: string): boolean {
  if (/\{[^}]*:[^}]*;/.test(text)) return false; // a style sheet
  return /[A-Za-z]{2,}['’]?[a-z]* +\S*[A-Za-z]{2,}/.test(text) || /^[A-Z][a-z]+$/.test(text);
}

/** Texts that no person sees: the log, thrown mistakes of ours, patterns, what a command line program is called with. */
function isForMachines(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isNewExpression(at) && /^(Error|RegExp)$/.test(at.expression.getText())) return true;
    if (
      ts.isCallExpression(at) &&
      /(^|\.)(log|console|events\.log|onBug)(\.\w+)?$|^assert|addEventListener|querySelector|createElement|classList/.test(
        at.expression.getText(),
      )
    )
      return true;
    if (ts.isPropertyAssignment(at) && documentation.has(at.name.getText())) return true;
  }
  return false;
}

/** `text('Label', 'About', …)` and its like: the second argument is the sentence of the hover; so is a choice's or rule's `about`. */
function isHover(node: ts.Node, file: string): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && hovers.has(parent.name.getText())) return true;
  return file.includes('records') && ts.isCallExpression(parent) && parent.arguments[1] === node;
}

function fromPackageJson(): Said[] {
  const found: Said[] = [];
  const visit = (value: unknown, key: string): void => {
    if (
      typeof value === 'string' &&
      /^(title|description|contents|name|displayName|label|patternErrorMessage|contextualTitle)$/.test(key)
    )
      found.push({ text: value, file: 'package.json', line: 0, hover: false });
    else if (typeof value === 'object' && value !== null)
      for (const [inner, held] of Object.entries(value)) visit(held, Array.isArray(value) ? key : inner);
  };
  visit((JSON.parse(fs.readFileSync('package.json', 'utf8')) as { contributes: unknown }).contributes, '');
  return found;
}
