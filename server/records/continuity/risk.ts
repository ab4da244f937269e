import { date, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** Something that may happen, what is done about it, or who accepted it and until when. */
export const risk = declareKind({
  kind: 'risk',
  prefix: 'RSK',
  label: 'Risk',
  plural: 'Risks',
  about: 'Something that may happen: what is done about it – or who accepted it, and until when.',
  statuses: { open: 'Open', treated: 'Something is done about it', accepted: 'Accepted', closed: 'Over' },
  life: {
    start: 'open',
    steps: {
      open: ['treated', 'accepted', 'closed'],
      treated: ['accepted', 'closed', 'open'],
      accepted: ['open', 'treated', 'closed'],
      closed: [],
    },
    open: ['open', 'treated', 'accepted'],
    history: ['closed'],
  },
  fields: {
    assets: list(
      'Hits',
      'The things that it would hit.',
      reference('Thing', 'A device, a link, a place, a supplier, a licence or data.', [
        'asset',
        'link',
        'location',
        'supplier',
        'licence',
        'data_set',
        'backup_job',
      ]),
    ),
    services: list('Services', 'The services that it would hit.', reference('Service', 'A service.', ['service'])),
    what: text('What may happen', 'In a sentence.'),
    likelihood: integer('How likely', '1 = hardly ever, 5 = soon.', { least: 1, most: 5 }),
    impact: integer('How bad', '1 = a nuisance, 5 = the school cannot work.', { least: 1, most: 5 }),
    countermeasures: list('Against it', 'What is done about it.', text('Measure', 'One thing.')),
    owner: reference('Watched by', 'The role that watches it.', ['role']),
    accepted_by: reference('Accepted by', 'The role that said: we live with it.', ['role']),
    review_due: date('Look again by', 'Until when that holds.'),
    acknowledges: list(
      'Known findings',
      'Codes of findings that this risk already covers.',
      text('Code', 'Such as CFG-008.'),
    ),
  },
  needs: [
    { fields: ['assets', 'services'], oneOf: true },
    { fields: ['accepted_by', 'review_due'], at: ['accepted'] },
  ],
  wanted: [{ fields: ['owner', 'likelihood', 'impact'], at: ['open', 'treated', 'accepted'] }],
  everyday: ['kind', 'id', 'title', 'status', 'assets'],
});
