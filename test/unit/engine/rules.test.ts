import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../../server/rules/index.ts';
import type { Rule } from '../../../server/rules/rule.ts';
import { checkerOf, codesIn, newChecker, school } from './school.ts';

/** Whether the rule's example brings its own school, or must have none. */
const isAlone = ({ code, bad }: Rule): boolean => code === 'GEN-020' || /^kind: school$/m.test(bad);

for (const rule of rules.filter(one => one.bad)) {
  const files = (text: string) =>
    isAlone(rule) ? { 's/x.fits.yaml': text } : { 's/school.fits.yaml': school, 's/x.fits.yaml': text };
  test(`${rule.code} finds its bad example, and not its good one`, () => {
    assert.ok(
      codesIn(checkerOf(files(rule.bad)), 's/x.fits.yaml').includes(rule.code),
      'the bad example breaks the rule',
    );
    const left = checkerOf(files(rule.good))
      .inFile('s/x.fits.yaml')
      .filter(({ finding }) => finding.severity !== 'information' || finding.code === rule.code);
    assert.deepEqual(
      left.map(({ finding }) => `${finding.code} ${finding.message}`),
      [],
    );
  });
}

test('every rule has a code of its own, words, and a severity for each of its cases', () => {
  assert.equal(new Set(rules.map(rule => rule.code)).size, rules.length);
  for (const rule of rules) {
    assert.match(rule.code, /^(GEN|MON|PRB|CHG|PM|CFG|SLM|SCM|OM)-\d{3}$/);
    assert.ok(rule.title && rule.why && Object.keys(rule.cases).length > 0, rule.code);
  }
});

test('no message says a word that only we understand, nor more than two sentences', () => {
  const forbidden = /\b(mandatory|invalid|reference|enum|node|token|mapping|null|scalar|CMDB|RTO|RPO|VLAN|OID)\b/i;
  for (const rule of rules.filter(one => one.bad)) {
    const checker = checkerOf(
      isAlone(rule) ? { 's/x.fits.yaml': rule.bad } : { 's/school.fits.yaml': school, 's/x.fits.yaml': rule.bad },
    );
    for (const { finding } of checker.inFile('s/x.fits.yaml')) {
      assert.doesNotMatch(finding.message, forbidden);
      const sentences = finding.message.split(/(?<=[.?!])\s+(?=[A-Z])/).length;
      assert.ok(sentences <= 3, `${finding.code}: ${finding.message}`);
    }
  }
});

test('a rule that throws is one finding, and the others go on', () => {
  const failed: string[] = [];
  const boom = {
    code: 'GEN-099',
    title: 't',
    why: 'w',
    bad: '',
    good: '',
    cases: { x: 'error' as const },
    check: () => assert.fail('boom'),
  };
  const checker = newChecker();
  checker.recheckAll(new Set(), { settings: {}, onFailure: code => failed.push(code), rules: [boom, ...rules] });
  checker.setFile('s/school.fits.yaml', school);
  checker.setFile('s/x.fits.yaml', 'kind: location\nid: hall\ntitle: Hall\nparent: nowhere\n');
  assert.deepEqual(codesIn(checker, 's/x.fits.yaml'), ['GEN-018', 'GEN-003']);
  assert.ok(failed.includes('GEN-099'));
});

test('severity settings: off, capped, raised only by error', () => {
  const text =
    'kind: asset\nid: A1\ntitle: Old\ntype: desktop\nlocation: unknown\nend_of_support: 2020-01-01\nbuildng: x\n';
  const severities = (settings: Record<string, string>) =>
    Object.fromEntries(
      checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': text }, settings)
        .inFile('s/x.fits.yaml')
        .map(({ finding }) => [finding.code, finding.severity]),
    );
  assert.deepEqual(severities({}), { 'GEN-023': 'information', 'CFG-005': 'error', 'GEN-010': 'information' });
  assert.deepEqual(severities({ 'CFG-005': 'warning', 'GEN-010': 'warning', 'GEN-023': 'off' }), {
    'CFG-005': 'warning',
    'GEN-010': 'information',
  });
  assert.deepEqual(severities({ 'GEN-010': 'error', 'CFG-005': 'default', 'GEN-023': 'off' }), {
    'CFG-005': 'error',
    'GEN-010': 'error',
  });
});

test('an open problem that names the record and the code makes a finding known', () => {
  const asset =
    'kind: asset\nid: DT-01\ntitle: Office desktops\ntype: desktop\nlocation: unknown\nmake: a\nmodel: b\nserial: c\nend_of_support: 2020-01-01\n';
  const problem = (status: string) =>
    `kind: problem\nid: PRB-1\ntitle: Old desktops\nstatus: ${status}\nassets: [DT-01]\nimpact: one_room\nacknowledges: [CFG-005]\nresolver: unknown\nmanager: unknown\nduplicate_of: PRB-1\n`;
  const found = (status: string) =>
    checkerOf({ 's/school.fits.yaml': school, 's/a.fits.yaml': asset, 's/p.fits.yaml': problem(status) })
      .inFile('s/a.fits.yaml')
      .map(({ finding }) => finding)
      .filter(({ code }) => code === 'CFG-005');
  const [known] = found('assigned');
  assert.equal(known?.severity, 'information');
  assert.equal(known.acknowledgedBy, 'PRB-1');
  assert.equal(known.originalSeverity, 'error');
  assert.match(known.message, /^known: PRB-1 – /);
  assert.equal(found('cancelled')[0]?.severity, 'error', 'a cancelled problem covers nothing');
});

test('an accepted risk that names the record and the code makes a finding known, until its day has passed', () => {
  const disk =
    'kind: volume\nid: VOL-01\ntitle: Disk D\nasset: SRV-01\ncapacity_gb: 100\nused_gb: 95\nused_on: 2026-11-20\n---\n' +
    'kind: asset\nid: SRV-01\ntitle: Server\ntype: server\nlocation: unknown\nend_of_support: 2026-11-22\n';
  const risk = (lines: string) =>
    `kind: risk\nid: RSK-01\ntitle: Old server\nassets: [SRV-01]\naccepted_by: ict-owner\n${lines}`;
  const found = (lines: string) =>
    checkerOf({ 's/school.fits.yaml': school, 's/a.fits.yaml': disk, 's/r.fits.yaml': risk(lines) })
      .inFile('s/a.fits.yaml')
      .map(({ finding }) => finding)
      .filter(({ severity, acknowledgedBy }) => severity !== 'information' || acknowledgedBy !== undefined)
      .map(({ code, severity, acknowledgedBy = '-', originalSeverity = '-' }) =>
        [code, severity, acknowledgedBy, originalSeverity].join(' '),
      );
  const full = 'OM-005 error - -';
  const old = 'CFG-005 error - -';
  const known = 'CFG-005 information RSK-01 error';
  const accepted = 'status: accepted\nacknowledges: [CFG-005]\n';
  assert.deepEqual(found(`${accepted}review_due: 2026-11-23\n`), [full, known], 'on its last day it still holds');
  assert.deepEqual(found(`${accepted}review_due: 2026-11-22\n`), [full, old], 'an expired risk covers nothing');
  assert.deepEqual(found(accepted), [full, old], 'one without a day covers nothing');
  assert.deepEqual(
    found('acknowledges: [CFG-005]\nreview_due: 2027-01-31\n'),
    [full, old],
    'an open risk covers nothing',
  );
  assert.deepEqual(
    found('status: accepted\nacknowledges: [OM-005]\nreview_due: 2027-01-31\n'),
    [full, old],
    'it covers its codes only, and only of the records that it names',
  );
});

test('ignore comments: on the line, above it, above the record, for the file; idle ones and ones without reason are named', () => {
  const codes = (text: string) =>
    codesIn(checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': text }), 's/x.fits.yaml');
  const place = 'kind: location\nid: hall\ntitle: Hall\n';
  assert.deepEqual(codes(`${place}parent: nowhere # fits-ignore GEN-003: comes later\n`), []);
  assert.deepEqual(codes(`${place}# fits-ignore GEN-003: comes later\nparent: nowhere\n`), []);
  assert.deepEqual(codes(`# fits-ignore GEN-003: comes later\n${place}parent: nowhere\n`), []);
  assert.deepEqual(
    codes(
      `# fits-ignore-file GEN-003: comes later\n${place}parent: nowhere\n---\n${place.replace('hall', 'gym')}parent: nowhere\n`,
    ),
    [],
  );
  assert.deepEqual(codes(`${place}parent: nowhere # fits-ignore GEN-003\n`), ['GEN-017']);
  assert.deepEqual(codes(`${place}floor: ground # fits-ignore GEN-003: old\n`), ['GEN-017']);
  assert.deepEqual(
    codes(`${place}password: abc # fits-ignore GEN-006: no\n`).filter(code => code === 'GEN-006'),
    ['GEN-006'],
    'a password is never silenced',
  );
});

test('conflict markers are the only finding of their file', () => {
  const checker = checkerOf({
    's/school.fits.yaml': school,
    's/x.fits.yaml': 'kind: location\n<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> other\nparent: nowhere\n',
  });
  assert.deepEqual(codesIn(checker, 's/x.fits.yaml'), ['GEN-022']);
});
