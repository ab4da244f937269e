import { boolean, dateTime, decimal, group, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** The plan was needed: what was decided, done, restored and told, with times. */
export const drInvocation = declareKind({
  kind: 'dr_invocation',
  prefix: 'DRI',
  label: 'Recovery',
  plural: 'Recoveries',
  about:
    'The recovery plan was needed: who declared it, what was decided and done, who was told, and when it was over.',
  byCommand: 'It is begun by starting the recovery plan.',
  statuses: {
    declared: 'Declared',
    contained: 'It spreads no further',
    recovering: 'Things are being brought back',
    restored: 'Everything is back',
    stood_down: 'Over',
    reviewed: 'Over, and looked back at',
  },
  life: {
    start: 'declared',
    steps: {
      declared: ['contained', 'recovering', 'stood_down'],
      contained: ['recovering', 'stood_down'],
      recovering: ['restored', 'contained'],
      restored: ['stood_down', 'recovering'],
      stood_down: ['reviewed'],
      reviewed: [],
    },
    open: ['declared', 'contained', 'recovering', 'restored'],
    history: ['stood_down', 'reviewed'],
  },
  fields: {
    plan: reference('Plan', 'Which plan.', ['dr_plan'], { life: 'historic' }),
    declared: dateTime('Declared at', 'When.', { done: true }),
    by: reference('Declared by', 'The role that decided.', ['role'], { life: 'historic' }),
    cause: text('What happened', 'As far as it is known.'),
    safe_first: text('People safe', 'What was done first so that nobody is in danger.'),
    decisions: list(
      'Decisions',
      'Oldest first.',
      group('Decision', 'One decision.', {
        time: dateTime('When', 'When.', { done: true }),
        by: doneBy('By', 'Which role.'),
        text: text('What', 'What was decided.'),
      }),
    ),
    steps: list(
      'Steps',
      'What was done.',
      group('Step', 'One step.', {
        step: text('What', 'What was done.'),
        procedure: reference('Sheet', 'Which recovery sheet.', ['recovery_procedure'], { life: 'historic' }),
        started: dateTime('Started', 'When.', { done: true }),
        finished: dateTime('Finished', 'When.', { done: true }),
        by: doneBy('By', 'Which role or supplier.'),
        result: text('Result', 'How it went.'),
      }),
    ),
    services: list(
      'Services',
      'What was away, and how long.',
      group(
        'Service',
        'One service.',
        {
          service: reference('Service', 'Which.', ['service'], { life: 'historic' }),
          down_from: dateTime('Away from', 'When.', { done: true }),
          restored: dateTime('Back', 'When.', { done: true }),
          data_lost_hours: decimal('Lost', 'Hours of work that are lost.', { unit: 'hours', least: 0 }),
        },
        { needs: ['service'] },
      ),
    ),
    notified: list(
      'Told',
      'Who was told, and when.',
      group('Told', 'One of them.', {
        who: text('Who', 'Head, data protection officer, insurer, supplier, parents.'),
        when: dateTime('When', 'When.', { done: true }),
      }),
    ),
    evidence_kept: boolean('Traces kept', 'Whether logs and disks were kept for the police and the insurer.'),
    stood_down: dateTime('Over since', 'When it was declared over.', { done: true }),
    lessons: list('Lessons', 'What was learnt.', text('Lesson', 'One thing.')),
    problem: reference('Problem', 'The problem behind it.', ['problem'], { life: 'historic' }),
    rfc: list(
      'Changes',
      'The changes that follow.',
      reference('Change', 'A request for change.', ['rfc'], { life: 'historic' }),
    ),
  },
  needs: [
    { fields: ['plan'] },
    { fields: ['declared', 'by'], code: 'SCM-017' },
    { fields: ['stood_down'], at: ['stood_down', 'reviewed'], code: 'SCM-017' },
  ],
  orders: [
    { from: 'declared', to: 'stood_down' },
    { from: 'services[].down_from', to: 'services[].restored' },
    { from: 'steps[].started', to: 'steps[].finished' },
  ],
  everyday: ['kind', 'id', 'title', 'plan', 'declared', 'by'],
});
