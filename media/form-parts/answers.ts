import type { FormField, To } from '../../server/model/form.ts';
import { button, element, setAttribute } from '../page/elements.ts';
import type { Page } from './view.ts';

/** "Not known" and, where it means something, "None": pressed while they are the answer; pressed again, they are taken back. */
export function answerButtons(page: Page, send: (to: To) => void) {
  let field: FormField | undefined;
  const words = page.words();
  const press = (answer: 'unknown' | 'none') => () => send(field?.state === answer ? { clear: true } : { answer });
  const make = (answer: 'unknown' | 'none', word: string) =>
    ({ answer, word, made: button(word, press(answer), { class: 'answer-button' }) }) as const;
  const both = [make('none', words.none), make('unknown', words.notKnown)];
  return {
    root: element('span', { class: 'answers' }, ...both.map(one => one.made)),
    update: (next: FormField): void => {
      field = next;
      for (const { answer, word, made } of both) {
        made.hidden = !isOffered(answer, next);
        setAttribute(made, 'aria-pressed', next.state === answer ? 'true' : 'false');
        setAttribute(made, 'aria-label', `${next.label}: ${word}`);
        if (answer === 'none') setAttribute(made, 'title', next.none);
      }
    },
  };
}

/** Not for what is closed; for a whole group or list only while nothing is in it; for an item, taking it out says the same. */
function isOffered(answer: 'unknown' | 'none', field: FormField): boolean {
  if (field.widget === 'closed' || (answer === 'none' && field.none === undefined)) return false;
  const isWhole = field.items !== undefined || field.fields !== undefined;
  if (isWhole) return field.state !== 'written' && typeof field.path.at(-1) !== 'number';
  return answer === 'none' || field.mayBeUnknown;
}
