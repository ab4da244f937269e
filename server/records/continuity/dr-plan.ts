import { date, dateTime, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

const whole = ['approved'];

/** What to do when much is lost at once: who decides, who is rung, what comes first. */
export const drPlan = declareKind({
  kind: 'dr_plan',
  prefix: 'DRP',
  label: 'Disaster-recovery plan',
  plural: 'Disaster-recovery plans',
  about: 'What to do when much is lost at once: who decides, whom to ring, in which order things come back.',
  statuses: { draft: 'Draft', approved: 'Approved', superseded: 'Replaced by a newer one' },
  life: {
    start: 'draft',
    steps: { draft: ['approved'], approved: ['superseded'], superseded: [] },
    retired: ['superseded'],
    open: ['draft', 'approved'],
    history: ['superseded'],
  },
  fields: {
    version: text('Version', 'Which version.'),
    owner: reference('Kept by', 'The role that keeps it up to date.', ['role']),
    approved_by: reference('Approved by', 'The role that approved it: the head teacher.', ['role']),
    approved: date('Approved on', 'When.', { done: true }),
    review_due: date('Look again by', 'When it is to be gone over.'),
    stored: list(
      'Kept at',
      'Where it can be read when the computers cannot: places, and devices for further copies.',
      reference('Kept at', 'A place or a device.', ['location', 'asset', 'service', 'supplier']),
    ),
    paper_copies: integer('On paper', 'How many copies on paper there are.', { least: 0 }),
    invoke: group('Starting it', 'Who may start it, and when.', {
      authority: list('May start it', 'The roles that decide.', reference('Role', 'A role.', ['role'])),
      deputy: reference('Deputy', 'Who decides when they cannot be reached.', ['role']),
      triggers: list('When', 'What makes it necessary.', text('Event', 'Such as fire, or files that cannot be read.')),
      how_to_reach: text('How to reach them', 'Where the numbers are.'),
    }),
    team: list(
      'Team',
      'Who does what.',
      group(
        'Member',
        'One role.',
        {
          role: reference('Role', 'Which.', ['role', 'supplier']),
          duty: text('Duty', 'What it does.'),
          deputy: reference('Deputy', 'Who does it otherwise.', ['role', 'supplier']),
        },
        { short: 'role', needs: ['role'] },
      ),
    ),
    recovery_order: list(
      'Order',
      'What comes back first.',
      group(
        'Step',
        'One service.',
        {
          step: integer('Number', 'Its place in the order; counted from the top where it is not written.', {
            least: 1,
          }),
          service: reference('Service', 'Which.', ['service']),
          procedure: reference('Sheet', 'The sheet that says how.', ['recovery_procedure']),
        },
        { short: 'service', needs: ['service'] },
      ),
    ),
    assets: list('Devices', 'The devices that it rests on.', reference('Device', 'A device.', ['asset'])),
    contacts: list(
      'Whom to ring',
      'Suppliers, insurer, police, authorities.',
      group(
        'Contact',
        'One of them.',
        {
          who: text('Who', 'Which firm or authority.'),
          supplier: reference('Supplier', 'Where it is one of the recorded suppliers.', ['supplier']),
          telephone: text('Telephone', 'Their number.'),
          place_of_number: text('Number kept', 'Where the number is, when it is not here.'),
        },
        { short: 'who' },
      ),
    ),
    alternate_site: text('Other place', 'Where the school can work meanwhile.'),
    manual_workarounds: list(
      'Work without it',
      'How the school works meanwhile.',
      group(
        'Way',
        'One service.',
        {
          service: reference('Service', 'Which.', ['service']),
          how: text('How', 'How the school works without it.'),
        },
        { needs: ['service'] },
      ),
    ),
    last_test: date('Last rehearsed', 'When it was last tried out.', { done: true }),
    last_changed: dateTime('Last changed', 'When its words last changed.', { done: true }),
  },
  needs: [
    { fields: ['owner', 'review_due', 'stored', 'invoke.authority', 'recovery_order', 'contacts'], at: whole },
    { fields: ['approved_by', 'approved'], at: whole, code: 'SCM-009' },
  ],
  wanted: [{ fields: ['team', 'assets', 'manual_workarounds'], at: whole }],
  orders: [{ from: 'approved', to: 'review_due' }],
  everyday: ['kind', 'id', 'title', 'status', 'recovery_order'],
});
