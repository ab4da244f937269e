import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceReport } from '../../../server/model/outcome.ts';
import { deviceText, duration, logLine, schoolText } from '../../../src/report-text.ts';
import { statusText } from '../../../src/status-text.ts';
import { supportText } from '../../../src/support-text.ts';
import { inEnglish } from '../../../src/translate.ts';

const target = {
  school: 'SCH-01',
  id: 'SW-06',
  title: 'Library switch',
  type: 'switch',
  address: '192.0.2.66',
  snmp: 'v2c',
  credential: 'snmp-ks1',
} as const;

const answering: DeviceReport = {
  target,
  at: '2026-11-23T08:12:00Z',
  milliseconds: 4200,
  state: 'ok',
  summary: 'It answers everything.',
  ping: {
    ok: true,
    milliseconds: 4100,
    value: { sent: 5, received: 5, least: 0.41, mean: 0.52, most: 12.6, simulated: true },
  },
  ports: [
    { port: 443, name: 'secure web page', outcome: { ok: true, milliseconds: 3.04, value: { open: true } } },
    { port: 22, name: '', outcome: { ok: false, reason: 'refused', detail: 'ECONNREFUSED' } },
  ],
  snmp: {
    ok: true,
    milliseconds: 6,
    value: {
      sysDescr: 'Switch\r\nVersion 2',
      sysObjectID: '1.3.6.1.4.1.9',
      upSeconds: 93_600,
      sysContact: '',
      sysName: 'sw-06',
      sysLocation: 'KS1',
    },
  },
};

const silent: DeviceReport = {
  ...answering,
  state: 'down',
  summary: 'It did not answer five pings.',
  ping: { ok: false, reason: 'no_answer', detail: 'timeout' },
  ports: [],
  snmp: { ok: false, reason: 'bad_answer', detail: 'too short' },
};

test('a result says what it means first, then what was seen', () => {
  const text = deviceText(inEnglish, answering);
  const lines = text.split('\n');
  assert.deepEqual(lines.slice(0, 3), ['Library switch (SW-06)', '', 'It answers everything.']);
  for (const wanted of [
    /^Ping +5 of 5 came back\n +on average in 0\.5 ms\n +\(0\.4 ms to 13 ms\)$/m,
    /^ +simulated by the\n +demonstration network$/m,
    /^Port 443 +secure web page: open\n +\(3\.0 ms\)$/m,
    /^Port 22 +refused: the device is\s+there/m,
    /^ {2}calls itself +sw-06$/m,
    /^ {2}describes itself +Switch\n +Version 2$/m,
    /^ {2}running for +1 day 2 hours$/m,
  ])
    assert.match(text, wanted);
  assert.doesNotMatch(text, /names as contact|ECONNREFUSED|undefined/);
});

test('a detail from the world is shown only where the words alone say nothing', () => {
  const text = deviceText(inEnglish, silent);
  assert.match(text, /^Ping +no answer$/m);
  assert.match(text, /^SNMP +something answered, but not what\n +was asked for \(too short\)$/m);
});

test('a school’s result puts what needs somebody first', () => {
  const text = schoolText(inEnglish, '1 answers, 1 does not.', [answering, silent]);
  assert.ok(text.indexOf('1 device does not answer') < text.indexOf('1 device answers\n'));
  assert.equal(text.match(/^Library switch \(SW-06\)$/gm)?.length, 1, 'only the troubled one in full');
});

test('the log has one line a device, and no credential name', () => {
  assert.equal(logLine(inEnglish, silent), 'Library switch (SW-06): It did not answer five pings. (4.2 s)');
  assert.doesNotMatch(deviceText(inEnglish, answering) + logLine(inEnglish, answering), /snmp-ks1/);
});

test('durations are read, not calculated', () => {
  assert.equal(duration(inEnglish, 59), '0 minutes');
  assert.equal(duration(inEnglish, 3660), '1 hour 1 minute');
  assert.equal(duration(inEnglish, 86_400), '1 day 0 hours');
});

const estate = { schools: 1, records: 40, errors: 0, warnings: 3, information: 9, openProblems: 0 };

test('the status says the worst first, and a pretended date', () => {
  const said = (more: object) => statusText(inEnglish, { ...estate, ...more });
  assert.equal(said({}).text, 'FITS: 3 warnings');
  assert.equal(said({ warnings: 0 }).text, 'FITS: nothing wrong');
  assert.equal(said({ errors: 1, openProblems: 4 }).text, 'FITS: 1 error · 4 open problems');
  assert.equal(said({ pretendedToday: '2026-11-23' }).detail, '40 records, today taken as 2026-11-23');
  assert.equal(said({ errors: 1, schools: 2 }).detail, '40 records, 2 schools, 3 warnings');
  assert.equal(said({ errors: 1 }).severity, 'error');
});

test('what is copied for support holds versions and counts', () => {
  const text = supportText({
    extension: '0.1.0',
    server: '',
    editor: 'VS Code',
    editorVersion: '1.116.0',
    platform: 'linux x64',
    remote: '',
    trusted: false,
    state: 'stopped',
    folders: 1,
    estate: undefined,
    changedSettings: ['fits.today'],
  });
  assert.match(text, /not trusted/);
  assert.match(text, /Records: not known/);
  assert.match(text, /Changed settings: fits\.today/);
});
