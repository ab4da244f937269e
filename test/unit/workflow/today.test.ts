import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { DeviceReport } from '../../../server/model/outcome.ts';
import { declarations } from '../../../server/records/index.ts';
import { rules } from '../../../server/rules/index.ts';
import type { Habits } from '../../../server/workflow/today/first-steps.ts';
import { mostLines, todayOf, type TodayLine } from '../../../server/workflow/today/today.ts';
import { todayTexts } from '../../../server/workflow/today/today-texts.data.ts';
import { writeRecord } from '../../../server/yaml/new-record.ts';
import { checkerOf } from '../engine/school.ts';
import { hilltopFiles } from './hilltop.ts';

const calm: Habits = { history: 'begun', unsaved: 0, sentence: '' };
const newSchool = Object.fromEntries(
  Object.entries(hilltopFiles)
    .filter(([name]) => name.endsWith('.yaml'))
    .map(([name, text]) => [`file:///s/${name}`, text]),
);

interface Situation {
  readonly habits?: Habits;
  readonly reports?: readonly DeviceReport[];
  readonly dismissed?: readonly string[];
}

function linesOf(
  files: Readonly<Record<string, string>>,
  { habits = calm, reports = [], dismissed = [] }: Situation = {},
) {
  const checker = checkerOf(files);
  return todayOf({ checker, files: Object.keys(files), reports, habits, dismissed: new Set(dismissed) });
}

const texts = (lines: readonly TodayLine[]): string[] => lines.map(({ text }) => text);
const asset = (id: string, more = '') =>
  `kind: asset\nid: ${id}\ntitle: Device ${id}\ntype: laptop\nlocation: hall\n${more}`;
const known = 'make: Example\nmodel: X\nserial: S-';

describe('Today', () => {
  it('has words for every rule', () => {
    assert.deepEqual(
      rules.map(({ code }) => code).filter(code => !todayTexts[code]),
      [],
    );
  });

  it('begins with the first steps of a new school, and nothing else', () => {
    const lines = linesOf(newSchool, { habits: { history: 'none', unsaved: 0, sentence: '' } });
    assert.deepEqual(
      lines.map(({ id, next }) => [id, next.is === 'command' ? next.command : next.is]),
      [
        ['first:look', 'fits.network.look'],
        ['first:list', 'fits.assets.import'],
        ['first:checkpoint', 'fits.checkpoint.save'],
      ],
    );
  });

  it('forgets each first step when it is done, and what nobody wants', () => {
    const found = asset('LAP-01', `${known}1\nend_of_support: 2030-01-01\naddress: 192.0.2.9\n`);
    const net = 'kind: subnet\nid: all\ntitle: All\ncidr: 192.0.2.0/24\n';
    const files = { ...newSchool, 'file:///s/assets.fits.yaml': `${found}---\n${net}` };
    assert.deepEqual(
      linesOf(files).map(({ id }) => id),
      ['first:list', 'habit:copy'],
    );
    assert.deepEqual(linesOf(files, { dismissed: ['first:list', 'habit:copy'] }), []);
    const bought = found.replace('address', 'bought: 2024-09-01\naddress');
    assert.deepEqual(
      linesOf({ ...newSchool, 'file:///s/assets.fits.yaml': `${bought}---\n${net}` }).map(({ id }) => id),
      ['habit:copy'],
    );
    const unowned = newSchool['file:///s/school.fits.yaml']?.replace(/ict_owner: .*\n/, '') ?? '';
    assert.ok(linesOf({ ...newSchool, 'file:///s/school.fits.yaml': unowned }).some(({ id }) => id === 'first:owner'));
  });

  it('says what is down first, folded; then what is false; what is not known yet last, by the field that most lack', () => {
    const down = (id: string) =>
      ({
        target: { id, title: `Device ${id}`, school: 'SCH-HPS' },
        state: 'down',
        summary: `Device ${id} (${id}) did not answer five pings.`,
      }) as DeviceReport;
    const unknown = Array.from({ length: 38 }, (_, n) =>
      asset(`LAP-${String(n + 1)}`, `make: A\nmodel: B\nserial: S${String(n)}\n`),
    );
    const lacking = Array.from({ length: 3 }, (_, n) =>
      asset(`LAP-9${String(n)}`, 'make: A\nmodel: B\nserial: unknown\n'),
    );
    const dangling = asset('LAP-80', `${known}80\nend_of_support: 2030-01-01\n`).replace('hall', 'attic');
    const files = { ...newSchool, 'file:///s/a.fits.yaml': [...unknown, ...lacking, dangling].join('---\n') };
    const lines = linesOf(files, {
      reports: [down('SW-06'), down('AP-07')],
      dismissed: ['first:look', 'first:list', 'habit:copy'],
    });
    assert.deepEqual(texts(lines), [
      '2 devices do not answer: Device SW-06 (SW-06) and Device AP-07 (AP-07)',
      'Device LAP-80 (LAP-80): There is no place called “attic” yet.',
      '41 assets have no end of support yet; 3 no serial number',
    ]);
    assert.deepEqual(lines[2]?.next, { is: 'table', kind: 'asset' });
  });

  it('names the open problems and the habits that are due', () => {
    const problem = (n: string) =>
      `kind: problem\nid: PRB-2026-00${n}\ntitle: Drops in room ${n}\nassets: unknown\nimpact: one_room\nstatus: logged\nlogged: 2026-11-20\n`;
    const files = { ...newSchool, 'file:///s/p.fits.yaml': `${problem('1')}---\n${problem('2')}` };
    const habits: Habits = { history: 'begun', unsaved: 3, sentence: '3 assets recorded' };
    const lines = linesOf(files, { habits, dismissed: ['first:look', 'first:list'] });
    assert.ok(texts(lines).includes('2 problems are open, among them Drops in room 1 (PRB-2026-001)'));
    assert.deepEqual(lines.at(-1)?.text, '3 records changed since the last checkpoint');
    assert.deepEqual(lines.at(-1)?.details, ['3 assets recorded']);
    assert.match(
      texts(linesOf(newSchool, { habits: { ...habits, history: 'no git' } })).join('\n'),
      /No history is kept/,
    );
  });

  it('names the servicing of today in one line; what fell on the weekend counts today, what is overdue is a line of its own', () => {
    const task = (n: number, lastDone: string, more = '') =>
      `kind: maintenance_task\nid: TSK-0${String(n)}\ntitle: Task ${String(n)}\nfor_all: { type: printer }\nfrequency: monthly\nperformer: unknown\nlast_done: ${lastDone}\n${more}`;
    const dismissed = ['first:look', 'first:list', 'GEN-023:maintenance_task'];
    const lines = (...tasks: readonly string[]) =>
      texts(linesOf({ ...newSchool, 'file:///s/t.fits.yaml': tasks.join('---\n') }, { dismissed }));
    // Today is Monday, 23 November 2026.
    assert.deepEqual(lines(task(1, '2026-10-23'), task(2, '2026-10-24')), ['Task 1 (TSK-01) is due today']);
    assert.deepEqual(
      lines(
        task(1, '2026-10-23'),
        task(2, '2026-10-21'),
        task(3, '2026-10-22'),
        task(4, '2026-10-23', 'status: paused\n'),
      ),
      ['3 maintenance tasks are due today'],
    );
    assert.deepEqual(lines(task(1, '2026-10-20')), [
      'Task 1 (TSK-01): This was due on 20 November 2026, one school day ago. Do it and write it down, move it, or say why it is left out.',
    ]);
  });

  it('is ten lines at the most, whatever is wrong', () => {
    const folder = 'samples/neglected-school';
    const files = Object.fromEntries(
      fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.fits.yaml'))
        .map(name => [`file:///n/${name.split(path.sep).join('/')}`, fs.readFileSync(path.join(folder, name), 'utf8')]),
    );
    const lines = linesOf(files, { habits: { history: 'none', unsaved: 0, sentence: '' } });
    assert.equal(lines.length, mostLines);
    assert.match(lines.at(-1)?.text ?? '', /^And \d+ more things$/);
    assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length);
    for (const { text } of lines) assert.ok(text.length < 260, text);
  });
});

/** What the sample's 41 assets are in an ordinary spreadsheet: tag, name, type, room, make, model, serial. */
function ordinaryList(): string {
  const columns = ['id', 'title', 'type', 'location', 'make', 'model', 'serial'];
  const folder = 'samples/primary-school/assets';
  const records = fs
    .readdirSync(folder)
    .flatMap(file => fs.readFileSync(path.join(folder, file), 'utf8').split('\n---\n'));
  return records
    .filter(record => /^kind: asset$/m.test(record))
    .map(record => {
      const fields = columns.map(
        key => [key, new RegExp(`^${key}: (.*)$`, 'm').exec(record)?.[1]?.replace(/ #.*/, '')] as const,
      );
      const cut = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
      return writeRecord({ kind: 'asset', ...cut, ...(cut['location'] ? {} : { location: 'unknown' }) });
    })
    .join('---\n');
}

describe('records of the everyday', () => {
  const places = fs.readFileSync('samples/primary-school/places.fits.yaml', 'utf8');

  it("the sample's assets as an ordinary list are ten lines at the most, none of them an error", () => {
    const list = ordinaryList();
    assert.ok((list.match(/^kind: asset$/gm) ?? []).length >= 41);
    const files = { ...newSchool, 'file:///s/places.fits.yaml': places, 'file:///s/assets.fits.yaml': list };
    const lines = linesOf(files, { habits: { history: 'none', unsaved: 0, sentence: '' } });
    console.log(`      Today over ${String(list.match(/^kind: asset$/gm)?.length)} assets of an ordinary list:`);
    for (const { text } of lines) console.log(`        ${text}`);
    assert.ok(lines.length <= 10);
    assert.deepEqual(
      lines.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  const everyday: Readonly<Record<string, string>> = {
    asset: 'id: SW-06\ntitle: Switch in the KS1 store\ntype: switch\nlocation: hall\n',
    problem: 'id: PRB-2026-001\ntitle: Printer jams\nassets: SW-06\nimpact: one_room\n',
    location: 'id: attic\ntitle: Attic\n',
    role: 'id: bursar\ntitle: Bursar\nfunction: other\n',
    supplier: 'id: SUP-1\ntitle: Copiers Ltd\nsupport_phone: 01632 960100\n',
    subnet: 'id: staff\ntitle: Staff\ncidr: 192.168.10.0/24\n',
    licence: 'id: LIC-01\ntitle: Office\nbought: 24\nproof: order 4711\n',
    link: 'id: LNK-01\ntitle: Uplink\na: { asset: SW-06, port: 24 }\nb: unknown\n',
    service: 'id: SVC-01\ntitle: Printing\nstatus: proposed\ndepends_on: [SW-06]\n',
    calendar: 'id: CAL-27\ntitle: Next year\nterms:\n  - { name: Autumn, from: 2027-09-01, to: 2027-12-17 }\n',
    monitoring_policy: 'id: all\ntitle: Everything\nchecks: [ping]\n',
    spare: 'id: SPR-01\ntitle: Switch on the shelf\nfor_types: [switch]\nquantity: 1\n',
    document: 'id: DOC-01\ntitle: Plan of the cables\nlocation_of_text: hall\nkind_of_document: diagram\n',
    maintenance_task: 'id: TSK-01\ntitle: Dust the switches\napplies_to: [SW-06]\nfrequency: termly\n',
    maintenance_log: 'id: TLG-01\ntitle: Dusted\ntask: TSK-01\ndate: 2026-11-02\nresult: done\n',
    incident: 'id: INC-4711\ntitle: No network in the hall\non: 2026-11-02\nasset: SW-06\n',
    rfc: 'id: RFC-2026-001\ntitle: Another switch\nitems: [SW-06]\nreason: It is full.\n',
    standard_change: 'id: STD-01\ntitle: Change a toner\nprocedure: [Open, Swap, Close]\napproved: 2026-09-14\n',
    baseline: 'id: BAS-01\ntitle: First baseline\ntaken: 2026-10-01\nagreed_by: unknown\n',
    audit: 'id: AUD-01\ntitle: Walk through the hall\nmethod: sample\ndone: 2026-11-20\n',
    disposal: 'id: DSP-01\ntitle: Old switch\nasset: SW-06\ndate: 2026-11-02\nmethod: recycled\n',
    network_baseline:
      'id: NBL-01\ntitle: An ordinary week\ntaken: 2026-10-02\nvalues:\n  - { check: SW-06/ping, typical: 2 }\n',
    monitor_review: 'id: MRV-01\ntitle: Monitoring in 2026\non: 2026-10-02\nsuitable: yes\n',
    service_report: 'id: SRP-01\ntitle: Summer term\nperiod: { from: 2026-04-13, to: 2026-07-21 }\n',
    risk: 'id: RSK-01\ntitle: One cable to the hall\nstatus: open\nassets: [SW-06]\n',
    backup_job: 'id: BKP-01\ntitle: Settings\nprotects: [SW-06]\ntarget: attic\ninterval_hours: 168\n',
    restore_test: 'id: RST-01\ntitle: One file\njob: BKP-01\ndate: 2026-11-02\nresult: success\n',
    dr_plan: 'id: DRP-01\ntitle: Recovery plan\nstatus: draft\nrecovery_order: [SVC-01]\n',
    recovery_procedure: 'id: DRX-01\ntitle: Printing again\nservice: SVC-01\nsteps: [Plug it in]\n',
    dr_test: 'id: DRT-01\ntitle: Talked through\nplan: DRP-01\ndone: 2026-11-02\n',
    dr_invocation: 'id: DRI-01\ntitle: Water in the cupboard\nplan: DRP-01\ndeclared: 2026-11-02 09:10\nby: unknown\n',
    om_function: 'id: security\ntitle: Security\nfunction: security_administration\nowner: unknown\n',
    account_review: 'id: ACC-01\ntitle: Administrators\nsystem: SVC-01\ndate: 2026-11-02\n',
    certificate: 'id: CRT-01\ntitle: Mail\nhost: mail.hilltop.example\nnot_after: 2027-11-02\n',
    firewall_rule: 'id: FWR-01\ntitle: Web\ndirection: outbound\nreason: Everyone needs it.\n',
    update_status: 'id: UPD-01\ntitle: Firmware 2.1\nasset: SW-06\nreleased: 2026-11-20\nseverity: high\n',
    filtering_check: 'id: FLT-01\ntitle: Tablets\nsort: test\ndate: 2026-11-02\nresult: passed\n',
    data_set: 'id: DAT-01\ntitle: Reports\nowner: unknown\nclassification: personal\n',
    volume: 'id: VOL-01\ntitle: Disk D\nasset: SW-06\ncapacity_gb: 1800\n',
    media: 'id: MED-01\ntitle: Red disk\ntype: usb_disk\nlocation: hall\n',
    directory: 'id: DIR-01\ntitle: Names\ndomain: hilltop.example\ncontrollers: [SW-06]\n',
    remote_access: 'id: RMA-01\ntitle: Copier firm\nwho: SUP-1\nhow: their own box\n',
    print_queue: 'id: PRQ-01\ntitle: Office\nprinter: SW-06\n',
    job: 'id: JOB-01\ntitle: Restart\nwhat: Restarts it\non: SW-06\nschedule: 02:00 every day\n',
  };

  for (const kind of Object.keys(declarations).filter(one => one !== 'school'))
    it(`five keys make a ${kind}: no error, no warning, one folded hint at the most`, () => {
      const body = everyday[kind];
      assert.ok(body, 'every kind has its shortest record here');
      // The shortest records of all kinds together: some name others.
      const records = Object.entries(everyday).map(([one, text]): [string, string] => [
        `file:///s/${one}.fits.yaml`,
        `kind: ${one}\n${text}`,
      ]);
      const files: Record<string, string> = { ...newSchool, ...Object.fromEntries(records) };
      const found = checkerOf(files).inFile(`file:///s/${kind}.fits.yaml`);
      assert.deepEqual(
        found.filter(({ finding }) => finding.severity !== 'information').map(({ finding }) => finding.message),
        [],
      );
      assert.ok(found.length <= 1, found.map(({ finding }) => finding.message).join('\n'));
    });
});
