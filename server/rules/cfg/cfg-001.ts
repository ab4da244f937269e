import { needsRule } from '../needs.ts';

export const cfg001 = needsRule({
  code: 'CFG-001',
  kind: 'asset',
  title: 'Every asset has a type and a place; a rented one has its supplier',
  why: 'What it is, where it is and whose it is: without these three nobody can find, mend or return it.',
  bad: 'kind: asset\nid: SW-06\ntitle: Switch in the KS1 store\ntype: switch\n',
  good: 'kind: asset\nid: SW-06\ntitle: Switch in the KS1 store\ntype: switch\nlocation: unknown\n',
  say: missing => {
    const what = missing.replaceAll(/[“”]/g, '').toLowerCase();
    const why =
      what === 'supplier'
        ? 'It is not the school’s own: write whom to ring when it fails'
        : 'Fill it in so that the next person finds the thing';
    return `This asset has no ${what} yet. ${why}, or write unknown.`;
  },
});
