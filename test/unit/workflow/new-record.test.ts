import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewRecordAnswers, NewRecordQuestion } from '../../../server/model/new-record.ts';
import { declarations, type KindName } from '../../../server/records/index.ts';
import { usualFile } from '../../../server/records/file-names.data.ts';
import { kindGroups } from '../../../server/records/kind-groups.data.ts';
import { assetTypes } from '../../../server/records/vocabulary.data.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { fileFor } from '../../../server/workflow/new-record/file-for.ts';
import { makeRecord, type MadeRecord, type NewRecord } from '../../../server/workflow/new-record/make-record.ts';
import { offeredKinds, sharedFolderFor, wordsOf } from '../../../server/workflow/new-record/offered.ts';
import { mostQuestions, questionsFor, valuesOf, whatIsWrong } from '../../../server/workflow/new-record/questions.ts';
import { checkerOf, school } from '../engine/school.ts';

const folder = 'file:///school';
const kinds = Object.keys(declarations) as KindName[];
const byHand = kinds.filter(kind => declarations[kind].byCommand === undefined && kind !== 'school');

function made(wanted: Omit<NewRecord, 'folder'> & { folder?: string }, checker: Checker): MadeRecord {
  const answer = makeRecord({ folder, ...wanted }, checker.estate);
  assert.ok(!('refusal' in answer), 'refusal' in answer ? answer.refusal : '');
  return answer;
}

/** Errors of the record, once it stands in a file of its own. */
function errorsOf({ file, text }: MadeRecord, checker: Checker): string[] {
  const own = file.replace('.fits.yaml', '-new.fits.yaml');
  checker.setFile(own, text);
  const found = checker.inFile(own).filter(({ finding }) => finding.severity === 'error');
  checker.setFile(own, undefined);
  return found.map(({ finding }) => `${finding.code} ${finding.message}`);
}

/** A school with a record of every kind, each made as the next one is, and one asset more. */
function fullSchool(): Checker {
  const checker = checkerOf({ [`${folder}/school.fits.yaml`]: school });
  for (const kind of [...byHand, 'asset' as const]) {
    const { file, text } = made({ kind, type: kind === 'asset' ? 'printer' : '', title: `First ${kind}` }, checker);
    const before = checker.estate.files.get(file)?.text;
    checker.setFile(file, before === undefined ? text : `${before}---\n${text}`);
  }
  return checker;
}

/** `nth`: two questions for a device are answered by two devices. */
type Answering = (question: NewRecordQuestion, nth: number) => readonly string[] | 'unknown' | 'later';

/** Texts that a person types, where nothing is to be picked; a day that is not proposed is one to come. */
function typed({ proposed, example = 'Some words' }: NewRecordQuestion): string {
  return proposed ?? (example === '2026-11-23' ? '2027-08-31' : example);
}

const ways: Readonly<Record<string, Answering>> = {
  'Enter alone': question =>
    question.proposed === undefined ? (question.otherwise[0] ?? 'later') : [question.proposed],
  'not known': () => 'unknown',
  'the first': (question, nth) => [(question.choices[nth] ?? question.choices[0])?.text ?? typed(question)],
  'the last, or all of several': (question, nth) =>
    question.ask === 'several'
      ? question.choices.map(({ text }) => text)
      : [(question.choices.at(-1 - nth) ?? question.choices.at(-1))?.text ?? typed(question)],
};

test('every kind that is made by hand: five questions at most, however they are answered, and nothing is wrong with it', () => {
  const checker = fullSchool();
  let count = 0;
  for (const kind of byHand)
    for (const [name, answer] of Object.entries(ways)) {
      const type = kind === 'asset' ? 'laptop' : '';
      // What it is, and which sort where that is asked, come before; then the title.
      const questions = questionsFor({ kind, type, folder }, mostQuestions - 2, checker.estate);
      assert.ok(2 + questions.length <= mostQuestions, kind);
      const answers: NewRecordAnswers = Object.fromEntries(
        questions.flatMap((question, nth) => {
          const given = answer(question, nth);
          return given === 'later' ? [] : [[question.key, given] as const];
        }),
      );
      for (const [key, one] of Object.entries(answers))
        assert.equal(whatIsWrong({ kind, type, folder }, { [key]: one }, checker.estate), undefined, `${kind} ${key}`);
      const record = made({ kind, type, title: 'Something new', values: valuesOf(kind, answers) }, checker);
      assert.deepEqual(errorsOf(record, checker), [], `${kind}, ${name}\n${record.text}`);
      assert.match(record.text, new RegExp(`^kind: ${kind}\\nid: ${record.id}\\ntitle: Something new\\n`));
      assert.deepEqual(checker.estate.find(record.id, record.file), [], `${kind}: a free id`);
      count += 1;
    }
  assert.equal(count, byHand.length * Object.keys(ways).length);
});

test('what is asked follows from the kind, the sort, and what is recorded', () => {
  const asked = (kind: KindName, type = '', checker = fullSchool()) =>
    questionsFor({ kind, type, folder }, 3, checker.estate).map(({ key, ask, otherwise }) => [key, ask, otherwise[0]]);
  assert.deepEqual(asked('asset', 'laptop'), [['location', 'one', 'unknown']]);
  assert.deepEqual(asked('asset', 'virtual_machine'), [], 'it stands nowhere');
  assert.deepEqual(asked('problem'), [
    ['assets', 'several', 'unknown'],
    ['impact', 'one', 'unknown'],
  ]);
  const empty = checkerOf({ [`${folder}/school.fits.yaml`]: school });
  assert.deepEqual(asked('problem', '', empty), [['impact', 'one', 'unknown']], 'no device to pick');
  assert.deepEqual(asked('location'), []);
  assert.deepEqual(questionsFor({ kind: 'problem', type: '', folder }, 1, fullSchool().estate).length, 1);
  const [date] = questionsFor({ kind: 'maintenance_log', type: '', folder }, 3, fullSchool().estate).slice(1);
  assert.deepEqual([date?.key, date?.proposed], ['date', '2026-11-23'], 'what was done was done today');
  const [, ends] = questionsFor({ kind: 'certificate', type: '', folder }, 3, fullSchool().estate);
  assert.deepEqual([ends?.key, ends?.proposed], ['not_after', undefined], 'what comes is not guessed');
});

test('an answer is taken as a form takes it, or refused in the reading’s own words', () => {
  const checker = fullSchool();
  const beginning = { kind: 'maintenance_log' as const, type: '', folder };
  const wrong = (text: string) => whatIsWrong(beginning, { date: [text] }, checker.estate);
  assert.equal(wrong('23/11/2026'), undefined);
  assert.match(wrong('soon') ?? '', /^“soon” is not a date\. /);
  assert.match(wrong('31/11/2026') ?? '', /^There is no 31 November\. /);
  assert.match(wrong('03/04/2026') ?? '', /^3 April, or 4 March\?.* 3 April 2026 · 4 March 2026\?$/);
  const { text } = made(
    { ...beginning, title: 'Filters', values: valuesOf('maintenance_log', { date: ['23/11/2026'], result: ['done'] }) },
    checker,
  );
  assert.equal(
    text,
    'kind: maintenance_log\nid: TLG-02\ntitle: Filters\ntask: unknown\ndate: 2026-11-23\nresult: done\n',
  );
});

test('a new record goes where its like are, is right as it stands, and has the next free id', () => {
  const checker = checkerOf({
    [`${folder}/school.fits.yaml`]: school,
    [`${folder}/network.fits.yaml`]:
      'kind: asset\nid: SW-01\ntitle: Hall switch\ntype: switch\nlocation: hall\n---\nkind: asset\nid: SW-02\ntitle: Next\ntype: switch\nlocation: hall\n',
    [`${folder}/places.fits.yaml`]: 'kind: location\nid: hall\ntitle: Hall\n',
  });
  const make = (kind: KindName, type: string, title: string) => made({ kind, type, title }, checker);
  assert.deepEqual(make('asset', 'switch', 'Library switch'), {
    file: `${folder}/network.fits.yaml`,
    id: 'SW-03',
    text: 'kind: asset\nid: SW-03\ntitle: Library switch\ntype: switch\nlocation: unknown\n',
  });
  assert.equal(make('asset', 'laptop', 'x').file, `${folder}/network.fits.yaml`, 'where most assets are');
  assert.equal(make('problem', '', 'Drops').file, `${folder}/problems.fits.yaml`);
  assert.equal(
    make('problem', '', 'Drops').text,
    'kind: problem\nid: PRB-2026-001\ntitle: Drops\nassets: unknown\nimpact: unknown\n',
  );
  assert.equal(
    make('location', '', 'KS1 store: left').text,
    'kind: location\nid: KS1-store-left\ntitle: "KS1 store: left"\n',
  );
  assert.equal(make('asset', 'virtual_machine', 'x').text.includes('location'), false);
});

test('the first record of any kind makes the file that is usual for it', () => {
  const checker = checkerOf({ [`${folder}/oak.fits.yaml`]: 'kind: school\nid: SCH-1\ntitle: Oak\nphase: primary\n' });
  for (const kind of byHand)
    assert.equal(
      made({ kind, type: kind === 'asset' ? 'laptop' : '', title: 'x' }, checker).file,
      `${folder}/${usualFile(kind)}`,
      kind,
    );
});

test('a school that keeps a file for each room, and one that keeps a file for each sort of thing', () => {
  const asset = (id: string, type: string, place: string) =>
    `kind: asset\nid: ${id}\ntitle: ${id}\ntype: ${type}\nlocation: ${place}\n`;
  const both = {
    [`${folder}/school.fits.yaml`]: school,
    [`${folder}/places.fits.yaml`]:
      'kind: location\nid: hall\ntitle: Hall\n---\nkind: location\nid: office\ntitle: Office\n',
  };
  const byRoom = checkerOf({
    ...both,
    [`${folder}/hall.fits.yaml`]: [asset('LAP-01', 'laptop', 'hall'), asset('PAN-01', 'projector', 'hall')].join(
      '---\n',
    ),
    [`${folder}/office.fits.yaml`]: [
      asset('PRN-01', 'printer', 'office'),
      asset('PRN-02', 'printer', 'office'),
      asset('LAP-02', 'laptop', 'office'),
      asset('DT-01', 'desktop', 'office'),
    ].join('---\n'),
  });
  const bySort = checkerOf({
    ...both,
    [`${folder}/laptops.fits.yaml`]: [asset('LAP-01', 'laptop', 'hall'), asset('LAP-02', 'laptop', 'office')].join(
      '---\n',
    ),
    [`${folder}/printers.fits.yaml`]: asset('PRN-01', 'printer', 'office'),
  });
  const at = (checker: Checker, type: string, place: string) =>
    fileFor({ kind: 'asset', type, place, folder }, checker.estate).slice(folder.length + 1);
  assert.equal(at(byRoom, 'printer', 'hall'), 'hall.fits.yaml', 'a printer in the hall, where none is yet');
  assert.equal(at(byRoom, 'laptop', 'office'), 'office.fits.yaml');
  assert.equal(at(bySort, 'printer', 'hall'), 'printers.fits.yaml');
  assert.equal(at(bySort, 'laptop', 'hall'), 'laptops.fits.yaml');
});

test('a new record leaves a file alone in which two versions are mixed', () => {
  const checker = checkerOf({
    [`${folder}/school.fits.yaml`]: school,
    [`${folder}/problems.fits.yaml`]: '<<<<<<< HEAD\nkind: problem\n=======\n>>>>>>> other\n',
  });
  assert.equal(made({ kind: 'problem', type: '', title: 'x' }, checker).file, `${folder}/problems-2.fits.yaml`);
});

test('a value that its field cannot take is refused, and so is an id that is taken', () => {
  const checker = fullSchool();
  const refusal = (key: string, text: string) => {
    const answer = makeRecord(
      { kind: 'asset', type: 'laptop', title: 'x', folder, values: [{ path: [key], to: { text } }] },
      checker.estate,
    );
    return 'refusal' in answer ? answer.refusal : answer.text;
  };
  assert.match(refusal('location', 'Nowhere'), /^There is no place called “Nowhere” yet\.$/);
  assert.match(refusal('id', 'prn-01'), /^prn-01 is already First asset\. Give this one another id/);
  assert.match(refusal('id', 'TAG-7'), /^kind: asset\nid: TAG-7\n/);
  assert.match(refusal('cost_gbp', '£1,240'), /^cost_gbp: 1240$/m);
});

test('each kind stands in one group, by its own name; what commands make is not offered', () => {
  const grouped = kindGroups.flatMap(group => Object.keys(group.kinds));
  assert.deepEqual([...new Set(grouped)], grouped, 'in one group only');
  assert.deepEqual(
    grouped.filter(kind => !kinds.includes(kind as KindName)),
    [],
    'nothing that is no kind',
  );
  const checker = fullSchool();
  const groups = offeredKinds(folder, checker.estate);
  const offered = groups.flatMap(group => group.kinds);
  assert.deepEqual(
    offered
      .filter(one => one.type === '')
      .map(one => one.kind)
      .sort(),
    [...byHand].sort(),
    'all that a hand may make, and no second school',
  );
  assert.ok(!groups.some(group => group.title === 'More'), 'each has its group');
  assert.deepEqual(
    offered.filter(one => one.type !== '').map(one => one.type),
    Object.keys(assetTypes),
  );
  assert.ok(
    offeredKinds('file:///new', checkerOf({}).estate).some(group => group.kinds.some(one => one.kind === 'school')),
  );
  for (const kind of byHand) assert.ok((wordsOf(kind)?.example ?? '') !== '', kind);
});

test('the words of a person lead to the kind', () => {
  const offered = offeredKinds(folder, fullSchool().estate).flatMap(group => group.kinds);
  /** As the list finds them: by the name first, then by the words beside it. */
  const found = (word: string) => {
    const has = (text: string) => text.toLowerCase().includes(word);
    const byName = offered.filter(one => has(one.label));
    const first = byName.length > 0 ? byName : offered.filter(one => has(one.words));
    return first.map(one => one.type || one.kind);
  };
  for (const [word, wanted] of [
    ['laptop', 'laptop'],
    ['switch', 'switch'],
    ['ipad', 'tablet'],
    ['pc', 'desktop'],
    ['backup', 'backup_job'],
    ['fault', 'problem'],
    ['contract', 'supplier'],
    ['room', 'location'],
    ['toner', 'spare'],
    ['stock check', 'audit'],
    ['holidays', 'calendar'],
    ['web filter', 'filtering_check'],
  ] as const)
    assert.ok(found(word).includes(wanted), `${word}: ${found(word).join(', ')}`);
});

test('a record for all schools goes into the folder that they share, and its id is free in each', () => {
  const root = 'file:///trust';
  const checker = checkerOf({
    [`${root}/oak/school.fits.yaml`]: 'kind: school\nid: SCH-O\ntitle: Oak\nphase: primary\n',
    [`${root}/elm/school.fits.yaml`]: 'kind: school\nid: SCH-E\ntitle: Elm\nphase: primary\n',
    [`${root}/shared/suppliers.fits.yaml`]: 'kind: supplier\nid: SUP-01\ntitle: Example Ltd\n',
    [`${root}/elm/suppliers.fits.yaml`]: 'kind: supplier\nid: SUP-02\ntitle: Elm’s own\n',
  });
  const shared = sharedFolderFor(`${root}/oak`, checker.estate);
  assert.equal(shared, `${root}/shared`);
  assert.equal(sharedFolderFor('file:///other/school', checker.estate), undefined);
  const { file, id } = made({ kind: 'supplier', type: '', title: 'New', folder: shared }, checker);
  assert.deepEqual([file, id], [`${root}/shared/suppliers.fits.yaml`, 'SUP-03']);
  assert.equal(
    made({ kind: 'role', type: '', title: 'Desk', folder: shared }, checker).file,
    `${root}/shared/school.fits.yaml`,
  );
});
