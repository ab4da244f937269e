/** A change that is in order in a school where the ICT owner approves once; examples differ from it by what they show. */
const whole: Readonly<Record<string, string>> = {
  kind: 'rfc',
  id: 'RFC-2026-019',
  title: 'New battery for the server cupboard',
  status: 'scheduled',
  items: 'unknown',
  reason: 'The battery is five years old.',
  description: 'The battery of the cupboard is replaced.',
  change_type: '',
  category: '',
  originator: 'unknown',
  raised: '2026-11-02',
  problems: '',
  services_affected: '',
  impact: 'Nobody notices.',
  risk: '{ level: low }',
  cost_gbp: '',
  purchase: '',
  standard_change: '',
  approvals: '[{ stage: proceed, by: ict-owner, on: 2026-11-03 }]',
  plan: '[Switch over, swap the battery, switch back]',
  back_out: 'Put the old battery back.',
  test: 'Ten minutes on the battery.',
  window: '{ from: 2026-12-02 16:30, to: 2026-12-02 18:00 }',
  window_reason: '',
  outage: '{ expected: no }',
  notice: '',
  implementer: 'unknown',
  implemented: '',
  outcome: '',
  records_updated: '',
  recovery_plan_checked: '',
  review: '',
  history: '',
};

/** The text of a change; an empty text leaves the field out. */
export function change(fields: Readonly<Partial<Record<keyof typeof whole, string>>> = {}): string {
  return Object.entries({ ...whole, ...fields })
    .map(([key, value]) => (value ? `${key}: ${value}\n` : ''))
    .join('');
}

/** An emergency has no plan and no day set beforehand. */
export const emergency = (fields: Readonly<Partial<Record<keyof typeof whole, string>>> = {}) =>
  change({
    title: 'Switch of the office replaced at once',
    change_type: 'emergency',
    status: 'in_progress',
    plan: '',
    window: '',
    outage: '',
    approvals: '[{ stage: emergency, by: ict-owner, on: 2026-11-19 08:20, how: By telephone }]',
    ...fields,
  });
