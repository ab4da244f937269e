import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { whatWeOwn } from '../../../server/report/what-we-own.ts';
import { checkerOf, school } from '../engine/school.ts';

const file = 'file:///s/school.fits.yaml';

function pageOf(assets: string): string {
  const { estate } = checkerOf({ [file]: school, 'file:///s/assets.fits.yaml': assets });
  return whatWeOwn(estate, file).html;
}

/** The words of a page, one piece a line. */
function words(html: string): string[] {
  const body = html.slice(html.indexOf('<body>'));
  return body
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

const asset = (id: string, more: string) => `kind: asset\nid: ${id}\ntitle: Device ${id}\n${more}`;
const laptops = asset(
  'LAP-A',
  'type: laptop\nlocation: unknown\nquantity: 30\ncost_gbp: 12000\nbought: 2021-09-01\nreplace_year: 2026\n',
);
const printer = asset('PRN-1', 'type: printer\nlocation: hall\nowned: no\nsupplier: SUP-C\nlease_until: 2028-03-31\n');
const places =
  'kind: location\nid: hall\ntitle: Hall & stage\n---\nkind: supplier\nid: SUP-C\ntitle: Copiers Ltd\nsupport_phone: "1"\n';
const screen = asset(
  'PAN-1',
  'type: interactive_panel\nlocation: hall\ncost_gbp: 1850.50\nend_of_support: 2031-08-31\n',
);
const gone = asset('LAP-0', 'type: laptop\nlocation: hall\nstatus: disposed\ncost_gbp: 999\n');

describe('What we own, on one page', () => {
  const html = pageOf([laptops, printer, places, screen, gone].join('---\n'));
  const said = words(html);

  it('counts what is owned, groups by their number, and leaves out what is gone', () => {
    assert.ok(
      said.includes(
        'The school owns 31 things. They cost £13,851 when they were bought. Another 1 thing is rented or a supplier’s.',
      ),
      said[2],
    );
    const at = said.indexOf('How many');
    assert.deepEqual(said.slice(at, at + 9), [
      'How many',
      'Number',
      'Cost',
      'Laptop',
      '30',
      '£12,000',
      'Interactive panel',
      '1',
      '£1,851',
    ]);
  });

  it('says where, when to replace, what is oldest, and keeps the rented apart', () => {
    const from = (title: string, n: number) => said.slice(said.indexOf(title) + 1, said.indexOf(title) + 1 + n);
    assert.deepEqual(from('Where', 8), [
      'Number',
      'Cost',
      'Place not known yet',
      '30',
      '£12,000',
      'Hall & stage',
      '1',
      '£1,851',
    ]);
    assert.deepEqual(from('To replace, by year', 8), [
      'Number',
      'Cost',
      'By now (2026 or before)',
      '30',
      '£12,000',
      '2031',
      '1',
      '£1,851',
    ]);
    assert.deepEqual(from('The oldest', 3), ['Bought', 'Device LAP-A (LAP-A)', '1 September 2021']);
    assert.deepEqual(from('Rented, leased or a supplier’s', 6), [
      'From',
      'What',
      'Until',
      'Copiers Ltd',
      'Device PRN-1',
      '31 March 2028',
    ]);
  });

  it('is the same for the same records, and nothing from a record is taken as a page’s own', () => {
    assert.equal(html, pageOf([laptops, printer, places, screen, gone].join('---\n')));
    const hostile = pageOf(
      asset('X-1', 'type: laptop\nlocation: unknown\nbought: 2020-01-01\n').replace(
        'Device X-1',
        `'<script>alert(1)</script>'`,
      ),
    );
    assert.ok(hostile.includes('&lt;script&gt;') && !hostile.includes('<script'));
    assert.match(html, /default-src 'none'/);
  });

  it('makes sense of a school without assets, and of two hundred within ten seconds', () => {
    assert.ok(words(pageOf('')).some(text => text.startsWith('The school owns 0 things.')));
    const folder = 'samples/primary-school/assets';
    const sample = fs
      .readdirSync(folder)
      .map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
      .join('---\n');
    const began = performance.now();
    const copies = Array.from({ length: 5 }, (_, n) => sample.replaceAll(/^id: (.*)$/gm, `id: $1-${String(n)}`)).join(
      '---\n',
    );
    assert.ok((copies.match(/^kind: asset$/gm) ?? []).length >= 200);
    pageOf(copies);
    assert.ok(performance.now() - began < 10_000);
  });
});
