import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { declarations } from '../../../server/records/index.ts';
import { school } from '../engine/school.ts';
import { everything, folderWith, run } from './folder.ts';

const hall = 'kind: location\nid: hall\ntitle: Hall\n';
const printers =
  '# by the office\r\nkind: asset\r\nid: PRN-01\r\ntitle: Printer\r\ntype: printer\r\nlocation: hall\r\n';

function oak(): { root: string; at: string } {
  const root = folderWith({
    'oak/school.fits.yaml': school,
    'oak/places.fits.yaml': hall,
    'oak/assets/printers.fits.yaml': printers,
  });
  return { root, at: path.join(root, 'oak') };
}

test('fits new laptop: the next free id, in the file of its like, what is known read as a form reads it', async () => {
  const { at } = oak();
  const before = everything(at);
  const wanted = ['new', 'printer', '--title', 'Office printer', '--set', 'location=Hall', '--set', 'cost_gbp=£1,240'];
  const rest = ['--set', 'bought=23/11/2021', '--folder', at];
  const text =
    'kind: asset\nid: PRN-02\ntitle: Office printer\ntype: printer\nlocation: hall\nbought: 2021-11-23\ncost_gbp: 1240\n';
  const dry = await run(...wanted, ...rest, '--dry-run');
  assert.deepEqual([dry.code, dry.err], [0, '']);
  assert.match(
    dry.out,
    /^kind: asset\nid: PRN-02\n[^]*This was a dry run: PRN-02 would go into .*printers\.fits\.yaml\.\n$/,
  );
  assert.deepEqual(everything(at), before);
  const real = await run(...wanted, ...rest, '--format', 'json');
  const answer = JSON.parse(real.out) as { id: string; file: string; text: string; written: boolean };
  assert.deepEqual([answer.id, answer.text, answer.written], ['PRN-02', text, true]);
  assert.equal(
    everything(at)['assets/printers.fits.yaml'],
    `${printers}---\r\n${text.replaceAll('\n', '\r\n')}`,
    'the file keeps its line ends',
  );
  assert.match((await run('check', at)).out, /: 0 errors/);
});

test('lists take one from each --set, groups by their steps; what is needed and not known says so', async () => {
  const { at } = oak();
  const made = async (...args: string[]) => {
    const { code, out, err } = await run('new', ...args, '--folder', at);
    assert.deepEqual([code, err], [0, ''], out);
    return out;
  };
  const task = ['Maintenance task', '--title', 'Clean the printers', '--set', 'applies_to=PRN-01'];
  assert.match(
    await made(...task, '--set', 'applies_to=hall', '--set', 'frequency=termly'),
    /^TSK-01 is in .*maintenance-tasks\.fits\.yaml\.\n$/,
  );
  await made('supplier', '--title', 'Example Ltd', '--set', 'contract.to=31 August 2027', '--set', 'id=SUP-EX');
  await made('problem', '--title', 'Paper jams', '--set', 'assets=Printer', '--set', 'notes=Since Monday: daily');
  await made('rfc', '--title', 'A new printer', '--set', 'items=unknown');
  const texts = everything(at);
  assert.equal(
    texts['maintenance-tasks.fits.yaml'],
    'kind: maintenance_task\nid: TSK-01\ntitle: Clean the printers\napplies_to:\n  - PRN-01\n  - hall\nfrequency: termly\n',
  );
  assert.equal(
    texts['suppliers.fits.yaml'],
    'kind: supplier\nid: SUP-EX\ntitle: Example Ltd\ncontract:\n  to: 2027-08-31\n',
  );
  assert.match(
    texts['problems.fits.yaml'] ?? '',
    /^assets:\n {2}- PRN-01\nimpact: unknown\nnotes: "Since Monday: daily"\n$/m,
  );
  assert.match(texts['rfcs.fits.yaml'] ?? '', /^items: unknown$/m);
  assert.match((await run('check', at)).out, /: 0 errors/);
});

test('from a folder inside the school, from the one above it, into an empty one, and for all schools', async () => {
  const { root, at } = oak();
  await run('new', 'laptop', '--title', 'A', '--folder', path.join(at, 'assets'));
  await run('new', 'laptop', '--title', 'B', '--folder', root);
  assert.match(everything(at)['assets/printers.fits.yaml'] ?? '', /id: LAP-01\r\ntitle: A[^]*id: LAP-02\r\ntitle: B/);
  const empty = folderWith({ 'readme.txt': '' });
  assert.equal((await run('new', 'school', '--title', 'Elm', '--set', 'phase=primary', '--folder', empty)).code, 0);
  assert.equal(
    everything(empty)['school.fits.yaml']?.startsWith('kind: school\nid: SCH-01\ntitle: Elm\nphase: primary\n'),
    true,
  );
  const trust = folderWith({
    'oak/school.fits.yaml': school,
    'oak/suppliers.fits.yaml': 'kind: supplier\nid: SUP-01\ntitle: Own\n',
    'shared/suppliers.fits.yaml': 'kind: supplier\nid: SUP-07\ntitle: Shared\n',
  });
  const shared = path.join(trust, 'shared');
  assert.match(
    (await run('new', 'supplier', '--title', 'New', '--folder', shared)).out,
    /^SUP-08 is in .*shared\/suppliers/,
  );
  const other = await run('new', 'problem', '--title', 'x', '--folder', shared);
  assert.deepEqual([other.code, other.out], [2, '']);
  assert.match(other.err, /a problem belongs to one school/);
});

test('what cannot be made ends with 2, says why, and writes nothing', async () => {
  const { root, at } = oak();
  fs.mkdirSync(path.join(root, 'elm'));
  fs.writeFileSync(path.join(root, 'elm/school.fits.yaml'), school.replace('SCH-1', 'SCH-2'));
  const before = everything(root);
  const title = ['--title', 'x', '--folder', at];
  for (const [args, words] of [
    [['new'], /name the kind and a title/],
    [['new', 'laptopp', ...title], /no kind of record called “laptopp”\. Did you mean laptop\?/],
    [['new', 'whatever', ...title], /no kind of record called “whatever”\. fits new --help/],
    [['new', 'incident', ...title], /no hand writes this\. .*Import Incidents/],
    [['new', 'laptop', '--folder', at], /it needs a name/],
    [['new', 'laptop', ...title, '--set', 'locaton=hall'], /no field “locaton” in an asset\. Did you mean location\?/],
    [['new', 'laptop', ...title, '--set', 'colour=red'], /no field “colour” in an asset\. The fields are: /],
    [['new', 'laptop', ...title, '--set', 'kind=role'], /no field “kind”/],
    [['new', 'laptop', ...title, '--set', 'location'], /--set wants a field and what it says/],
    [
      ['new', 'laptop', ...title, '--set', 'location=Nowhere'],
      /--set location: There is no place called “Nowhere” yet/,
    ],
    [['new', 'laptop', ...title, '--set', 'bought=soon'], /--set bought: “soon” is not a date\. Write it as/],
    [['new', 'laptop', ...title, '--set', 'bought=03/04/2021'], /3 April, or 4 March\?/],
    [['new', 'laptop', ...title, '--set', 'id=prn-01'], /prn-01 is already Printer/],
    [['new', 'supplier', ...title, '--set', 'contract.too=x'], /Did you mean contract\.to\?/],
    [['new', 'audit', ...title, '--set', 'differences.field=x'], /“differences” holds several entries/],
    [['new', 'school', ...title], /there is a school in .* already: Exampleton/],
    [['new', 'laptop', '--title', 'x', '--folder', root], /there are 2 schools below/],
    [['new', 'laptop', '--title', 'x', '--folder', path.join(root, 'none')], /cannot be read: it is not there/],
  ] as const) {
    const { code, out, err } = await run(...args);
    assert.deepEqual([code, out], [2, ''], `${args.join(' ')}: ${err}`);
    assert.match(err, words, args.join(' '));
  }
  assert.deepEqual(everything(root), before);
  const json = await run('new', 'laptopp', ...title, '--format', 'json');
  assert.match((JSON.parse(json.out) as { error: string }).error, /Did you mean laptop/);
});

test('fits new --help tells of this command alone, and names every kind that a hand may make', async () => {
  const { code, out } = await run('new', '--help');
  assert.equal(code, 0);
  assert.match(out, /^ {2}fits new <kind>/);
  assert.doesNotMatch(out, /fits check/);
  for (const { kind, byCommand } of Object.values(declarations))
    assert.equal(new RegExp(`\\b${kind}\\b`).test(out), byCommand === undefined, kind);
  assert.ok(out.split('\n').every(line => line.length <= 110));
  assert.match((await run('--help')).out, /fits check/);
});
