import { choice, date, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** What the firewall lets through, why, and until when that was agreed. */
export const firewallRule = declareKind({
  kind: 'firewall_rule',
  prefix: 'FWR',
  label: 'Firewall rule',
  plural: 'Firewall rules',
  about: 'What the firewall lets through, why, and until when that was agreed.',
  fields: {
    firewall: reference('Firewall', 'On which firewall.', ['asset']),
    direction: choice('Direction', 'Which way.', {
      inbound: 'In: from the internet to the school',
      outbound: 'Out: from the school to the internet',
      internal: 'Between networks of the school',
    }),
    service: text('What', 'Which service or port is let through.', { example: 'https 443' }),
    source: text('From', 'From where.'),
    destination: text('To', 'To where.'),
    reason: text('Reason', 'Why.'),
    approved_by: reference('Approved by', 'The role that agreed.', ['role'], { life: 'historic' }),
    approved: date('Approved on', 'When.', { done: true }),
    review_due: date('Look again by', 'Until when that holds.'),
  },
  needs: [{ fields: ['direction'] }],
  wanted: [{ fields: ['service', 'source', 'destination'] }],
  everyday: ['kind', 'id', 'title', 'direction', 'reason'],
});
