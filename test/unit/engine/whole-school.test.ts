/** Rules of continuity and operations that look at the whole school, and fixes that must find the right place in another record. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editOf } from '../../../server/language/actions.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../../../server/rules/checker.ts';
import { checkerOf, school } from './school.ts';

const schoolFile = 's/school.fits.yaml';
const file = 's/x.fits.yaml';

function checked(text: string): Checker {
  return checkerOf({ [schoolFile]: school, [file]: text });
}

/** What the rule says of the school itself: how grave, and the first words. */
function saidOfSchool(code: string, text: string): string[] {
  return checked(text)
    .inFile(schoolFile)
    .filter(({ finding }) => finding.code === code)
    .map(({ finding }) => `${finding.severity} ${finding.case}`);
}

const internet = 'kind: service\nid: SVC-01\ntitle: Internet\nsupplier: unknown\ncriticality: critical\n';
const printing = 'kind: service\nid: SVC-02\ntitle: Printing\nsupplier: unknown\n';
const core = 'kind: asset\nid: SW-01\ntitle: Core switch\ntype: switch\nlocation: unknown\ncriticality: critical\n';
const plan = (status: string) => `kind: dr_plan\nid: DRP-01\ntitle: Recovery plan\nstatus: ${status}\n`;

describe('the whole school', () => {
  it('has a recovery plan once it has services on which everybody rests (SCM-001)', () => {
    const table: readonly (readonly [string, string, string[]])[] = [
      ['a register alone is asked for nothing', core, []],
      ['nothing counts that much', printing, []],
      ['a service does', internet, ['error none']],
      ['a device does, and there are services', `${core}---\n${printing}`, ['error none']],
      ['a draft', `${internet}---\n${plan('draft')}`, ['warning draft']],
      ['an old one', `${internet}---\n${plan('superseded')}`, ['error none']],
      ['an approved one', `${internet}---\n${plan('approved')}`, []],
      ['the service is not live yet', internet.replace('supplier', 'status: proposed\nsupplier'), []],
    ];
    for (const [name, text, expected] of table) assert.deepEqual(saidOfSchool('SCM-001', text), expected, name);
  });

  it('tests and reviews its web filter once it has services (OM-012)', () => {
    const check = (sort: string, date: string) =>
      `---\nkind: filtering_check\nid: FLT-${sort}-${date}\ntitle: Filter\nsort: ${sort}\ndate: ${date}\nresult: passed\n`;
    const table: readonly (readonly [string, string, string[]])[] = [
      ['a register alone', `${core}${check('review', '2020-01-01')}`, []],
      ['never looked at', printing, ['information never']],
      ['never tested', `${printing}${check('review', '2026-01-01')}`, ['information never']],
      [
        'a year to the day, a term to the day',
        printing + check('review', '2025-11-23') + check('test', '2026-07-24'),
        [],
      ],
      [
        'a day more',
        printing + check('review', '2025-11-22') + check('test', '2026-07-23'),
        ['error review', 'warning test'],
      ],
      [
        'the newest counts',
        printing + check('review', '2020-01-01') + check('review', '2026-01-01') + check('test', '2026-11-01'),
        [],
      ],
    ];
    for (const [name, text, expected] of table) assert.deepEqual(saidOfSchool('OM-012', text), expected, name);
  });

  it('shares out all fields of operations once it has begun to (OM-010), and the fix makes the rest', () => {
    const storage = 'kind: om_function\nid: Storage\ntitle: Storage\nfunction: storage_management\nowner: unknown\n';
    assert.deepEqual(saidOfSchool('OM-010', printing), []);
    assert.deepEqual(saidOfSchool('OM-010', storage), ['warning fields']);
    assert.deepEqual(saidOfSchool('OM-010', storage.replace('storage_management', 'unknown')), []);
    const after = fixed(checked(storage), schoolFile, 'OM-010');
    assert.equal(after.match(/^function: \w+$/gm)?.length, 8);
    assert.equal(new Set(after.match(/^id: \S+$/gm)).size, 8);
  });
});

/** The text of the second file after the first fix of the finding, applied as the editor would. */
function fixed(checker: Checker, where: string, code: string): string {
  const placed = checker.inFile(where).find(({ finding }) => finding.code === code);
  const [fix] = placed?.finding.fixes ?? [];
  assert.ok(placed && fix, `${code} offers a fix`);
  const edits = editOf(checker.estate, where, placed, fix).changes?.[file] ?? [];
  const text = checker.estate.files.get(file)?.text ?? '';
  return TextDocument.applyEdits(TextDocument.create(file, 'fits-record', 1, text), edits);
}

function orderIn(text: string): string[] {
  return [...text.matchAll(/(?:step: (\d+), )?service: (SVC-\d+)/g)].map(([, step = '', id = '']) => step + id);
}

const chain = ['SVC-01', 'SVC-02', 'SVC-03']
  .map(
    (id, i, ids) =>
      `---\nkind: service\nid: ${id}\ntitle: T\nstatus: proposed\ndepends_on: [${ids[i - 1] ?? 'unknown'}]\n`,
  )
  .join('');
const planOf = (...steps: readonly string[]) =>
  `${plan('approved')}recovery_order:\n${steps.map(step => `  - ${step}\n`).join('')}${chain}`;

describe('the order in which services come back', () => {
  it('is put right by moving the lines', () => {
    const text = planOf(
      'service: SVC-03\n    procedure: unknown',
      'service: SVC-02',
      '{ service: SVC-01, procedure: unknown }',
    );
    const after = fixed(checked(text), file, 'SCM-010');
    assert.deepEqual(orderIn(after), ['SVC-01', 'SVC-02', 'SVC-03']);
    assert.match(after, /- service: SVC-03\n {4}procedure: unknown\n---/);
  });

  it('is put right by the numbers, where there are numbers', () => {
    const text = planOf(
      '{ step: 10, service: SVC-03 }',
      '{ step: 20, service: SVC-02 }',
      '{ step: 30, service: SVC-01 }',
    );
    assert.deepEqual(orderIn(fixed(checked(text), file, 'SCM-010')), ['30SVC-03', '20SVC-02', '10SVC-01']);
  });

  it('is left to a person where it has comments, or numbers here and there; of a circle only SLM-002 speaks', () => {
    const fixes = (text: string) =>
      checked(text)
        .inFile(file)
        .filter(({ finding }) => finding.code === 'SCM-010')
        .map(({ finding }) => finding.fixes.length);
    assert.deepEqual(fixes(planOf('service: SVC-02 # first, says the head', 'service: SVC-01')), [0]);
    assert.deepEqual(fixes(planOf('{ step: 1, service: SVC-02 }', '{ service: SVC-01 }')), [0]);
    assert.deepEqual(fixes(planOf('service: SVC-03', 'service: SVC-01').replace('[unknown]', '[SVC-03]')), []);
  });

  it('takes in a service where it belongs (SCM-001), or offers nothing', () => {
    const critical = (id: string, text: string) =>
      text.replace(`id: ${id}\ntitle: T\nstatus: proposed`, `id: ${id}\ntitle: T\ncriticality: critical`);
    const order = (id: string, ...steps: readonly string[]) =>
      orderIn(fixed(checked(critical(id, planOf(...steps))), file, 'SCM-001'));
    assert.deepEqual(order('SVC-03', 'service: SVC-01', 'service: SVC-02'), ['SVC-01', 'SVC-02', 'SVC-03']);
    assert.deepEqual(order('SVC-02', '{ step: 1, service: SVC-01 }', '{ step: 7, service: SVC-03 }'), [
      '1SVC-01',
      '7SVC-03',
      'SVC-02',
    ]);
    const [none] = checked(critical('SVC-02', planOf('service: SVC-01', 'service: SVC-03')))
      .inFile(file)
      .filter(({ finding }) => finding.code === 'SCM-001');
    assert.deepEqual(none?.finding.fixes, [], 'another rests on it, and only the lines tell the order');
  });
});
