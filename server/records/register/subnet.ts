import { address, boolean, choice, date, group, integer, subnet as cidr, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { checks } from '../common.ts';

/** A network of the school: a range of addresses. Only recorded networks are ever probed. */
export const subnet = declareKind({
  kind: 'subnet',
  prefix: 'NET',
  wordsInId: true,
  label: 'Network',
  plural: 'Networks',
  about: 'A range of addresses in the school. Nothing outside the recorded networks is ever probed.',
  fields: {
    cidr: cidr('Range', 'The addresses, written as network and length.', { example: '192.168.10.0/24' }),
    vlan: integer('Virtual network number', 'The VLAN number on the switches.', {
      least: 1,
      most: 4094,
      none: 'it has no number',
    }),
    purpose: text('Used for', 'What is in it.'),
    gateway: address('Way out', 'The router’s address in this network.'),
    addressing: choice('Addressing', 'How devices get their address.', {
      static: 'Set on each device',
      dhcp: 'Handed out automatically',
    }),
    dhcp_scope: group('Addresses handed out', 'The part of the range that is handed out automatically.', {
      from: address('From', 'First address.'),
      to: address('To', 'Last address.'),
      size: integer('How many', 'How many addresses; counted from first and last when not written.', { least: 1 }),
      in_use: integer('In use', 'How many are taken, as read off the server.', { least: 0 }),
      in_use_on: date('Read on', 'When that was read.', { done: true }),
    }),
    internet: boolean('Internet', 'Whether one gets out from here.'),
    filtering_group: text('Filtering group', 'Which filtering applies.'),
    credential: text(
      'Credential',
      'Name of the stored password that its devices may be asked with; never the password itself.',
    ),
    checks,
  },
  needs: [{ fields: ['cidr'] }],
  everyday: ['kind', 'id', 'title', 'cidr'],
});
