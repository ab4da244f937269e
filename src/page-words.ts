import * as vscode from 'vscode';
import type { FormWords } from '../server/protocol/form-page.ts';
import type { TableWords } from '../server/protocol/table-page.ts';

/** The words of the pages, in the person's language. */
export function formWords(): FormWords {
  const { t } = vscode.l10n;
  return {
    toFill: t('To fill in'),
    written: t('Recorded'),
    more: t('More'),
    moreFields: t('More about this'),
    needed: t('Needed'),
    wanted: t('Wanted'),
    notKnown: t('Not known'),
    none: t('None'),
    yes: t('Yes'),
    no: t('No'),
    nothing: t('Not recorded'),
    assumed: t('{0}, unless you say otherwise', '{0}'),
    example: t('Such as {0}', '{0}'),
    add: t('Add: {0}', '{0}'),
    remove: t('Remove'),
    openText: t('Open the Text'),
    record: t('Record in this file'),
    error: t('Error'),
    warning: t('Warning'),
    information: t('Note'),
    noMatch: t('Nothing is recorded under this name yet. Enter writes it all the same, after a question.'),
    keys: t('Enter keeps what you typed, Escape brings back what was there. Ctrl+Z takes a change back.'),
    keysLong: t('Ctrl+Enter keeps it'),
  };
}

export function tableWords(): TableWords {
  const { t } = vscode.l10n;
  return {
    filter: t('Filter: words to look for in all columns'),
    shown: t('{0} of {1} shown', '{0}', '{1}'),
    ticked: t('{0} ticked', '{0}'),
    tick: t('Tick this row'),
    tickAll: t('Tick all rows that are shown'),
    changeTicked: t('Change All Ticked…'),
    column: t('Column'),
    apply: t('Change'),
    cancel: t('Cancel'),
    undo: t('Undo'),
    openForm: t('Open as Form'),
    notKnown: t('Not known'),
    nothing: t('Not recorded'),
    yes: t('Yes'),
    no: t('No'),
    assumed: t('{0}, unless you say otherwise', '{0}'),
    none: t('None'),
    empty: t('There are no such records yet.'),
    noMatch: t('No row holds these words.'),
    closed: t('This is written in a way that a cell cannot show. Open it as a form or as text to change it.'),
    error: t('Error'),
    warning: t('Warning'),
    information: t('Note'),
    fillNeedsTicks: t('Tick the rows to be filled first: Space, or Shift and the arrow keys.'),
    changed: t('Changed: {0}.', '{0}'),
    left: t('Left as they were: {0}.', '{0}'),
    undone: t('The last change was taken back.'),
    keys: t(
      'Enter edits a cell, Escape leaves it as it was. Space ticks a row, Ctrl+D fills the ticked rows from the cell, Ctrl+Z takes the last change back.',
    ),
    ascending: t('sorted upwards'),
    descending: t('sorted downwards'),
    setTo: t('New value of “{0}”', '{0}'),
    stepFill: t('{0}: change {1} records', '{0}', '{1}'),
  };
}
