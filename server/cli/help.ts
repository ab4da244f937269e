import { namesOfKinds } from './new-record.ts';

/** The help of one command, where one is named; what may stand behind `fits new` is a list of its own. */
export function helpFor(command: string | undefined, help: string): string {
  const blocks = help.split('\n\n').filter(block => block.startsWith(`  fits ${command ?? ''} `));
  if (command === undefined || blocks.length === 0) return help;
  return [...blocks, ...(command === 'new' ? [indented(namesOfKinds())] : [])].join('\n\n');
}

/** Lines that a terminal shows whole. */
function indented(text: string): string {
  const lines = text.split('\n').flatMap(paragraph => wrapped(paragraph.split(' '), 96));
  return lines.map(line => `  ${line}`).join('\n');
}

function wrapped(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
