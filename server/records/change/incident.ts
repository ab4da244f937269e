import { dateTime, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** A fault that a user reported. It belongs to the service desk and is imported from there. */
export const incident = declareKind({
  kind: 'incident',
  prefix: 'INC',
  label: 'Incident',
  plural: 'Incidents',
  about:
    'A fault that was reported to the service desk. Brought from there, so that faults which keep coming back are seen.',
  byCommand: 'It is brought from the service desk’s list: “FITS: Import Incidents…”.',
  fields: {
    ref: text('Number', 'The service desk’s own number.'),
    on: dateTime('Reported', 'When.', { done: true }),
    asset: reference('Device', 'Which device.', ['asset'], { life: 'historic' }),
    service: reference('Service', 'Which service.', ['service'], { life: 'historic' }),
    location: reference('Place', 'Where.', ['location'], { life: 'historic' }),
    symptom: text('What was reported', 'In the words of the one who reported it.'),
    category: text('Sort', 'The service desk’s own sort of it.'),
    by: doneBy('Handled by', 'The role or supplier that handled it.'),
    resolved: dateTime('Resolved', 'When it was over.', { done: true }),
    resolution: text('What helped', 'What was done.'),
    problem: reference('Problem', 'The problem behind it.', ['problem'], { life: 'historic' }),
  },
  needs: [{ fields: ['on'] }],
  orders: [{ from: 'on', to: 'resolved' }],
  everyday: ['kind', 'id', 'title', 'on', 'asset'],
});
