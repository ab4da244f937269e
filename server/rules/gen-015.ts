import { needsRule } from './needs.ts';

export const gen015 = needsRule({
  code: 'GEN-015',
  title: 'What the present step asks for is there',
  why: 'Each step rests on something: a problem that is being worked on has someone who works on it, a live service has someone to ask.',
  bad: 'kind: subnet\nid: staff\ntitle: Staff network\n',
  good: 'kind: subnet\nid: staff\ntitle: Staff network\ncidr: 192.168.10.0/24\n',
});
