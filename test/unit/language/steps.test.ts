/** “Move on to …”: the next step of a record, with its entry in the history and the lines that it asks for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsAt } from '../../../server/language/actions.ts';
import type { ChoiceField } from '../../../server/model/field.ts';
import { declarations } from '../../../server/records/index.ts';
import { missingAt } from '../../../server/rules/missing.ts';
import { nextStepsOf } from '../../../server/rules/next-step.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { checkerOf, school } from '../engine/school.ts';

const file = 's/x.fits.yaml';
const full = school.replace('phase: primary', 'phase: primary\napprovals: full');

function checkerFor(text: string, its = school): Checker {
  return checkerOf({ 's/school.fits.yaml': its, [file]: text });
}

/** The steps that are offered where the word stands. */
function steps(checker: Checker, word: string): CodeAction[] {
  const text = checker.estate.files.get(file)?.text ?? '';
  const document = TextDocument.create(file, 'fits-record', 1, text);
  const at = document.positionAt(text.indexOf(word));
  return actionsAt(checker, file, { start: at, end: at }).filter(one => one.kind === 'refactor.rewrite');
}

function applied(checker: Checker, action: CodeAction | undefined): string {
  const text = checker.estate.files.get(file)?.text ?? '';
  return TextDocument.applyEdits(TextDocument.create(file, '', 1, text), action?.edit?.changes?.[file] ?? []);
}

const titles = (text: string, word: string, its = school) => steps(checkerFor(text, its), word).map(one => one.title);

const change = (more: string) => `kind: rfc\nid: RFC-1\ntitle: New switch\n${more}items: unknown\nreason: It is old.\n`;

test('a change is sent for approval: status, history, and the lines that this asks for', () => {
  const checker = checkerFor(change(''));
  const [send] = steps(checker, 'rfc');
  assert.equal(send?.title, 'Move on to “Sent for approval”');
  assert.equal(
    applied(checker, send),
    'kind: rfc\nid: RFC-1\ntitle: New switch\nstatus: submitted\nitems: unknown\nreason: It is old.\ndescription:\noriginator:\nraised:\nimpact:\nrisk:\n  level:\nhistory:\n  - on: 2026-11-23\n    from: draft\n    to: submitted\n',
  );
});

test('an older history goes on in the form that it has; line ends stay', () => {
  const text =
    'kind: problem\r\nid: PRB-1\r\ntitle: It jams\r\nstatus: assigned # since Monday\r\nassets: unknown\r\nimpact: one_room\r\nresolver: unknown\r\nmanager: unknown\r\nanalysis: Looked.\r\nhistory:\r\n  - { on: 2026-11-16, from: logged, to: assigned }\r\n';
  const checker = checkerFor(text);
  const [next] = steps(checker, 'assigned');
  assert.equal(
    applied(checker, next),
    'kind: problem\r\nid: PRB-1\r\ntitle: It jams\r\nstatus: investigating # since Monday\r\nassets: unknown\r\nimpact: one_room\r\nresolver: unknown\r\nmanager: unknown\r\nanalysis: Looked.\r\ntheory:\r\nhistory:\r\n  - { on: 2026-11-16, from: logged, to: assigned }\r\n  - on: 2026-11-23\r\n    from: assigned\r\n    to: investigating\r\n',
  );
  assert.deepEqual(titles(text, 'one_room'), [], 'elsewhere in the record nothing is offered');
});

test('only the steps of the school’s way, and of the change’s sort', () => {
  const submitted = change('status: submitted\n');
  assert.deepEqual(titles(submitted, 'submitted'), [
    'Move on to “Approved”',
    'Move on to “Rejected”',
    'Go back to “Draft”',
    'Move on to “Withdrawn”',
  ]);
  assert.equal(titles(submitted, 'submitted', full)[0], 'Move on to “May be planned”');
  const draft = (sort: string) => titles(change(`status: draft\nchange_type: ${sort}\n`), 'draft');
  assert.deepEqual(draft('normal'), ['Move on to “Sent for approval”', 'Move on to “Withdrawn”']);
  assert.ok(draft('standard').includes('Move on to “Day and time are set”'));
  assert.ok(draft('emergency').includes('Move on to “May be done at once”'));
  assert.deepEqual(titles(change('status: closed\n'), 'closed'), [], 'a closed change has no next step');
  assert.deepEqual(titles(change('status: clsed\n'), 'clsed'), [], 'nor has one whose status cannot be read');
  assert.deepEqual(titles(change('status: "draft\n'), 'draft'), [], 'nor one whose text is broken');
});

/** A record of each kind and status, in a school of each way. */
function* everyStatus(): Generator<{ kind: string; status: string; its: string; choices: ChoiceField['choices'] }> {
  for (const { kind, life, fields } of Object.values(declarations))
    for (const status of Object.keys(life?.steps ?? {}))
      for (const its of [school, full]) yield { kind, status, its, choices: (fields['status'] as ChoiceField).choices };
}

test('every step of every kind leads where it says, leaves nothing out, and is a step for the history', () => {
  let taken = 0;
  for (const { kind, status, its, choices } of everyStatus()) {
    const before = `kind: ${kind}\nid: X-1\ntitle: Something\nstatus: ${status}\n`;
    const checker = checkerFor(before, its);
    const record = checker.estate.files.get(file)?.records[0];
    assert.ok(record);
    const next = nextStepsOf(record, checker.estate);
    const actions = steps(checker, status);
    assert.equal(actions.length, next.length, `${kind} ${status}`);
    for (const [i, action] of actions.entries()) {
      taken += 1;
      const after = checkerFor(applied(checker, action), its);
      after.setPast(file, before);
      const now = after.estate.files.get(file)?.records[0];
      const to = next[i]?.status ?? '';
      const which = `${kind} ${status} → ${to}`;
      assert.equal(now?.values['status'], to);
      assert.ok(action.title.includes(`“${choices[to] ?? ''}”`), which);
      const keys = (now.text.root?.entries ?? []).map(entry => entry.key.text);
      for (const path of missingAt(record, to))
        assert.ok(keys.includes(path.split(/[.|]/)[0] ?? ''), `${which}: ${path}`);
      const wrong = after
        .inFile(file)
        .filter(({ finding }) => finding.code === 'GEN-008' && finding.case !== 'profile')
        .map(({ finding }) => finding.message);
      assert.deepEqual(wrong, [], which);
    }
  }
  assert.ok(taken > 150, `${taken} steps were taken`);
});

test('what an open problem or an accepted risk covers is known with one press', () => {
  const asset =
    'kind: asset\nid: DT-01\ntitle: Office desktops\ntype: desktop\nlocation: unknown\nend_of_support: 2020-01-01\n';
  const problem = (status: string) =>
    `# note\n---\nkind: problem\nid: PRB-1\ntitle: Old desktops\nstatus: ${status}\nassets: [DT-01]\nimpact: one_room\nresolver: unknown\nmanager: unknown\nduplicate_of: PRB-1\n`;
  const risk = (until: string) =>
    `kind: risk\nid: RSK-1\ntitle: Old desktops\nstatus: accepted\nassets: [DT-01]\naccepted_by: unknown\nreview_due: ${until}\nacknowledges: [CFG-099]\n`;
  const offered = (status: string, until: string) => {
    const checker = checkerOf({
      's/school.fits.yaml': school,
      [file]: asset,
      's/p.fits.yaml': problem(status),
      's/r.fits.yaml': risk(until),
    });
    const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    return { checker, known: actionsAt(checker, file, all).filter(one => one.title.startsWith('Known already')) };
  };
  const { checker, known } = offered('assigned', '2026-11-23');
  assert.deepEqual(
    known.map(one => one.title),
    ['Known already: add CFG-005 to PRB-1', 'Known already: add CFG-005 to RSK-1'],
    'for CFG-005, and not for what is only not known yet',
  );
  for (const [name, action] of [
    ['s/p.fits.yaml', known[0]],
    ['s/r.fits.yaml', known[1]],
  ] as const) {
    const text = checker.estate.files.get(name)?.text ?? '';
    const edits = action?.edit?.changes?.[name] ?? [];
    checker.setFile(name, TextDocument.applyEdits(TextDocument.create(name, '', 1, text), edits));
    const found = checker.inFile(file).find(({ finding }) => finding.code === 'CFG-005')?.finding;
    assert.equal(found?.severity, 'information', name);
    checker.setFile(name, text);
  }
  assert.deepEqual(offered('cancelled', '2026-11-22').known, [], 'what is over covers nothing');
});
