import { choice, date, group, integer, money, reference, text, time, zone } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** The school itself; the folder that holds this record is the school's. */
export const school = declareKind({
  kind: 'school',
  prefix: 'SCH',
  label: 'School',
  plural: 'Schools',
  about: 'The school. The folder that holds this record, with all below it, is the school’s.',
  fields: {
    phase: choice('Phase', 'Which ages it teaches.', {
      nursery: 'Nursery',
      primary: 'Primary',
      secondary: 'Secondary',
      all_through: 'All-through',
      special: 'Special',
    }),
    domain: text('Internet domain', 'The school’s own, as in its e-mail addresses.', { example: 'exampleton.example' }),
    timezone: zone('Time zone', 'In which its times are meant.', { default: 'Europe/London' }),
    working_day: group('Working day', 'When people are at work.', {
      from: time('From', 'Start of the working day.', { default: '08:00' }),
      to: time('To', 'End of the working day.', { default: '16:00' }),
    }),
    ict_owner: reference('ICT owner', 'The role that answers for ICT and approves changes.', ['role']),
    maintenance: reference('Maintenance by', 'The role or supplier that does this work.', ['role', 'supplier']),
    register_keeper: reference('Register keeper', 'The role that keeps the asset list; someone else must audit it.', [
      'role',
    ]),
    approvals: choice('Approvals', 'How a change is approved.', {
      simple: 'Simple: the ICT owner approves once',
      full: 'Full: approval to plan and approval to carry out, with a second pair of eyes',
    }),
    pupils: integer('Pupils', 'How many.', { least: 0 }),
    staff: integer('Staff', 'How many.', { least: 0 }),
    classes: integer('Classes', 'How many.', { least: 0 }),
    purchase_limit_gbp: money('Purchase limit', 'From this sum on a change is a major one.', { unit: '£' }),
    records_copy: group(
      'Copy of the records',
      'The newest copy of these records in another place, so that they outlive this computer.',
      {
        made: date('Made', 'When it was made.', { done: true }),
        to: text('Kept in', 'Where it is: a stick, a folder of another computer.'),
      },
      { needs: ['made'], written: 'by a command' },
    ),
    records_version: integer('Version of the records', 'Which form these records have; 1 is the only one so far.', {
      least: 1,
      default: '1',
    }),
  },
  needs: [{ fields: ['phase'] }],
  wanted: [{ fields: ['ict_owner', 'maintenance'] }],
  everyday: ['kind', 'id', 'title', 'phase', 'ict_owner'],
});
