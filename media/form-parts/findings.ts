import type { FormFinding } from '../../server/model/form.ts';
import { button, element } from '../page/elements.ts';
import type { Page } from './view.ts';

const signs = { error: '✖', warning: '▲', information: '●' } as const;

/** Findings with their fixes as buttons. The word says how grave each is; colour and sign only repeat it. */
export function showFindings(into: HTMLElement, findings: readonly FormFinding[], page: Page): void {
  const words = page.words();
  const rows = findings.map(finding => {
    const sign = element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[finding.severity]);
    const word = element('strong', {}, `${words[finding.severity]}: `);
    const fixes = finding.fixes.map(title => button(title, () => page.fix(finding, title), { class: 'fix' }));
    const text = element('span', {}, word, finding.message);
    const row = element('li', { class: finding.severity }, sign, text);
    if (fixes.length > 0) row.append(element('span', { class: 'fixes' }, ...fixes));
    return row;
  });
  const same = JSON.stringify(findings.map(({ code, message, fixes }) => [code, message, fixes]));
  // A fix that has the focus keeps it while nothing but its place changes.
  if (into.dataset['shown'] === same && into.querySelector('button:focus')) return;
  into.dataset['shown'] = same;
  into.replaceChildren(...rows);
  into.hidden = rows.length === 0;
}
