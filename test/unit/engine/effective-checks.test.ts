import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectiveChecks, type EffectiveCheck } from '../../../server/facts/effective-checks.ts';
import { checkTypeFacts } from '../../../server/records/check-types.data.ts';
import { checkTypes } from '../../../server/records/vocabulary.data.ts';
import { checkerOf, school } from './school.ts';

const policy = (id: string, selector: string, checks: string) =>
  `---\nkind: monitoring_policy\nid: ${id}\ntitle: ${id}\n${selector}checks:\n${checks}`;

function checksOf(thing: string, policies = ''): readonly EffectiveCheck[] {
  const { estate } = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': thing + policies });
  const record = estate.named('X-01', 's/x.fits.yaml');
  assert.ok(record);
  return effectiveChecks(record, estate);
}

const asset = (more: string) =>
  `kind: asset\nid: X-01\ntitle: X\ntype: server\nlocation: hall\naddress: 192.0.2.4\n${more}`;
/** `ping warn=20(table) …`: values with where they come from. */
function said({ name, state, settings }: EffectiveCheck, ...keys: readonly (keyof typeof settings)[]): string {
  const values = keys.map(key => {
    const { value, from } = settings[key] ?? {};
    const origin = from?.is === 'policy' ? from.record.id : (from?.is ?? '');
    return `${key}=${JSON.stringify(value)}(${origin})`;
  });
  return [name, state, ...values].join(' ');
}

test('every type of check has its row, with limits in the right order and no shorter interval than allowed', () => {
  assert.deepEqual(Object.keys(checkTypeFacts).sort(), Object.keys(checkTypes).sort());
  for (const [type, facts] of Object.entries(checkTypeFacts)) {
    assert.ok(facts.everyMinutes >= facts.leastMinutes, type);
    assert.equal(facts.direction === undefined, facts.unit === undefined, type);
    const { warn, critical, direction } = facts;
    if (warn !== undefined && critical !== undefined)
      assert.ok(direction === 'above' ? warn < critical : warn > critical, type);
  }
});

test('a single word takes everything from the table', () => {
  const [ping, disk] = checksOf(asset('checks: [ping, disk]\n'));
  assert.ok(ping && disk);
  assert.equal(
    said(ping, 'every_minutes', 'warn', 'critical', 'loss_critical', 'alert_after', 'raise'),
    'ping runs every_minutes=5(table) warn=20(table) critical=100(table) loss_critical=20(table) alert_after=3(table) raise="problem"(table)',
  );
  assert.equal(said(disk, 'warn', 'critical'), 'disk runs warn=80(table) critical=90(table)');
});

test('own value, then the most particular policy, then the less particular ones, then the table', () => {
  const policies = [
    policy('all', '', '  - { type: disk, warn: 1, every_minutes: 100, alert_after: 9 }\n'),
    policy('critical', 'applies_to: { criticality: [normal] }\n', '  - { type: disk, warn: 2, alert_after: 8 }\n'),
    policy('type', 'applies_to: { type: [server] }\n', '  - { type: disk, warn: 3, alert_after: 7 }\n'),
    policy('type-9', 'applies_to: { type: server, criticality: normal }\n', '  - { type: disk, warn: 4 }\n'),
    policy('type-10', 'applies_to: { type: server, criticality: normal }\n', '  - { type: disk, warn: 5 }\n'),
    policy('other', 'applies_to: { type: [printer] }\n', '  - { type: disk, warn: 6 }\n'),
  ].join('');
  const keys = ['warn', 'alert_after', 'every_minutes', 'critical'] as const;
  const inherited = checksOf(asset(''), policies).map(one => said(one, ...keys));
  assert.deepEqual(inherited, [
    'disk runs warn=5(type-10) alert_after=7(type) every_minutes=100(all) critical=90(table)',
  ]);
  const own = checksOf(asset('checks: [{ type: disk, warn: 50 }]\n'), policies).map(one => said(one, ...keys));
  assert.deepEqual(own, ['disk runs warn=50(check) alert_after=7(type) every_minutes=100(all) critical=90(table)']);
});

test('a place is more particular than a sort, and holds what is inside it', () => {
  const policies =
    '---\nkind: location\nid: main\ntitle: Main\n---\nkind: location\nid: hall\ntitle: Hall\nparent: main\n' +
    policy('sort', 'applies_to: { type: server, criticality: normal }\n', '  - { type: cpu, warn: 1 }\n') +
    policy('place', 'applies_to: { location: [main] }\n', '  - { type: cpu, warn: 2 }\n');
  assert.deepEqual(
    checksOf(asset(''), policies).map(one => said(one, 'warn')),
    ['cpu runs warn=2(place)'],
  );
});

test('checks of one type that a thing names itself stand in the place of the policy’s, and take its numbers where they speak of the same', () => {
  const disks = policy(
    'all',
    '',
    '  - { type: disk, volume: "C:", warn: 60 }\n  - { type: disk, critical: 97 }\n  - ping\n',
  );
  const found = checksOf(asset('checks:\n  - { type: disk, volume: "C:" }\n  - { type: disk, volume: "D:" }\n'), disks);
  assert.deepEqual(
    found.map(one => `${said(one, 'warn', 'critical')} ${one.on.volume ?? ''}`.trim()),
    [
      'disk runs warn=60(all) critical=97(all) C:',
      'disk-2 runs warn=80(table) critical=97(all) D:',
      'ping runs warn=20(table) critical=100(table)',
    ],
  );
});

test('the password: the check’s, then the device’s, then the policy’s', () => {
  const policies = policy('all', '', '  - { type: cpu, credential: of-policy }\n');
  const credential = (more: string) => checksOf(asset(more), policies).map(one => said(one, 'credential'))[0];
  assert.equal(credential(''), 'cpu runs credential="of-policy"(all)');
  assert.equal(credential('credential: of-device\n'), 'cpu runs credential="of-device"(thing)');
  assert.equal(
    credential('credential: of-device\nchecks: [{ type: cpu, credential: of-check }]\n'),
    'cpu runs credential="of-check"(check)',
  );
});

test('off, paused until today included, gone, and without an address it does not run', () => {
  const states = (thing: string, policies = '') => checksOf(thing, policies).map(({ state }) => state);
  assert.deepEqual(states(asset('checks: [{ type: ping, enabled: no }]\n')), ['off']);
  assert.deepEqual(states(asset('checks: [{ type: ping, paused: { until: 2026-11-23 } }]\n')), ['paused']);
  assert.deepEqual(states(asset('checks: [{ type: ping, paused: { until: 2026-11-22 } }]\n')), ['runs']);
  assert.deepEqual(states(asset('checks: [{ type: ping, paused: { reason: for ever } }]\n')), ['paused']);
  assert.deepEqual(states(asset('status: retired\nchecks: [ping]\n')), ['off']);
  assert.deepEqual(states(asset('status: spare\nchecks: [ping]\n')), ['off']);
  const nowhere = asset('checks: [ping, manual, { type: http, host: 192.0.2.9 }]\n').replace(/address: .*\n/, '');
  assert.deepEqual(states(nowhere), ['no address', 'runs', 'runs']);
  const switchedOff = policy('all', '', '  - { type: ping, enabled: no }\n');
  assert.deepEqual(states(asset(''), switchedOff), ['off']);
  assert.deepEqual(states(asset('checks: [{ type: ping, enabled: yes }]\n'), switchedOff), ['runs']);
});

test('policies are for devices: services, networks and backups have their own checks only', () => {
  const all = policy('all', '', '  - ping\n');
  assert.deepEqual(checksOf('kind: subnet\nid: X-01\ntitle: X\ncidr: 192.0.2.0/24\n', all), []);
  const job = 'kind: backup_job\nid: X-01\ntitle: X\nprotects: unknown\ntarget: unknown\nchecks: [backup_age]\n';
  assert.deepEqual(
    checksOf(job, all).map(one => said(one, 'warn', 'critical')),
    ['backup_age runs warn=1.25(table) critical=2(table)'],
  );
});
