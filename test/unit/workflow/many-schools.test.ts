import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { guessSchoolColumns } from '../../../server/exchange/school-columns.ts';
import { planSchools, type SchoolsPlan } from '../../../server/workflow/school/many-schools.ts';
import { readTemplate, type TemplateFile } from '../../../server/workflow/school/school-template.ts';
import { checkerOf, school } from '../engine/school.ts';
import { tableOf, today } from './importing.ts';

function planned(
  text: string,
  files: readonly TemplateFile[],
  there: { folders?: string[]; ids?: string[] } = {},
): SchoolsPlan {
  const template = readTemplate(files, today);
  assert.ok(typeof template !== 'string', 'it is a template');
  const table = tableOf(text);
  return planSchools({
    table,
    columns: guessSchoolColumns(table),
    template,
    folders: there.folders ?? [],
    ids: there.ids ?? [],
  });
}

/** Codes of errors and warnings below a folder, with how often. */
function findings(files: readonly TemplateFile[], folder: string): string[] {
  const checker = checkerOf(Object.fromEntries(files.map(file => [file.name, file.text])));
  return [...checker.estate.files.keys()]
    .filter(name => name.startsWith(`${folder}/`))
    .flatMap(name => checker.inFile(name).filter(({ finding }) => finding.severity !== 'information'))
    .map(({ finding, record }) => `${finding.code} ${record?.id ?? ''}`)
    .sort();
}

const template: readonly TemplateFile[] = [
  {
    name: 'school.fits.yaml',
    text: school
      .replace(
        'maintenance: ict-owner',
        'maintenance: SUP-01 # the provider\npupils: 420\nrecords_copy:\n  on: 2026-09-01',
      )
      .replace('function: ict_owner', 'function: ict_owner\ncontact: ict@exampleton.example'),
  },
  { name: 'more/suppliers.fits.yaml', text: '# Who helps.\nkind: supplier\nid: SUP-01\ntitle: Example Schools IT\n' },
];

test('each school starts with the records of the template, and says of itself what the list says', () => {
  const plan = planned(
    'School name,URN,Phase,Website,NOR,Classes,ICT lead,IT provider\nOakfield Junior School,123,Primary,https://www.oakfield.example/home,"1,240",14,Assistant head,\nSt Mary’s,124,Secondary,,,,,Other IT\n,,,,,,,\n,125,,,,,,\n',
    template,
    { ids: ['SCH-OJS'] },
  );
  assert.deepEqual(
    plan.rows.map(row => `${row.number} ${row.outcome} ${row.folder}`.trim()),
    ['2 new oakfield-junior-school', '3 new st-marys', '5 left_out'],
  );
  assert.equal(plan.summary, '2 new schools, 1 left out.');
  const text = (name: string) => plan.files.find(file => file.name === name)?.text ?? '';
  const oakfield = text('oakfield-junior-school/school.fits.yaml');
  assert.match(
    oakfield,
    /^kind: school\nid: SCH-OJS-2\ntitle: Oakfield Junior School\nphase: primary\ndomain: oakfield\.example\n/,
  );
  assert.match(oakfield, /^maintenance: SUP-01 # the provider$/m);
  assert.match(oakfield, /^pupils: "?1240"?$/m);
  assert.match(oakfield, /^classes: 14$/m);
  assert.match(
    oakfield,
    /^id: ict-owner\ntitle: Assistant head\nfunction: ict_owner\ncontact: ict@oakfield\.example$/m,
  );
  assert.doesNotMatch(oakfield, /records_copy|420/);
  const marys = text('st-marys/school.fits.yaml');
  assert.match(marys, /^id: SCH-SM\ntitle: St Mary’s\nphase: secondary\ndomain: unknown$/m);
  assert.match(marys, /^pupils: unknown$/m);
  assert.match(marys, /^contact: unknown$/m);
  assert.equal(
    text('st-marys/more/suppliers.fits.yaml'),
    '# Who helps.\nkind: supplier\nid: SUP-01\ntitle: Other IT\n',
  );
  for (const folder of ['oakfield-junior-school', 'st-marys']) assert.deepEqual(findings(plan.files, folder), []);
});

test('names and ids that are taken, and names that Windows does not take', () => {
  const plan = planned('Name,Id\nOak,A\nOAK,B\nElm,A\nAsh,C\nCON,\n学校,\n"Beech/Birch: a",D\n', template, {
    folders: ['Ash'],
    ids: ['D'],
  });
  assert.deepEqual(
    plan.rows.map(row => `${row.outcome} ${row.folder}`.trim()),
    ['new oak', 'error', 'error', 'left_out', 'new con-school', 'new school-7', 'error'],
  );
  const ids = plan.files.flatMap(file => /^kind: school\nid: (\S+)/.exec(file.text)?.[1] ?? []);
  assert.equal(new Set(ids.map(id => id.toLowerCase())).size, ids.length);
});

test('the sample school as a template: forty schools, none with an error that the template does not have', () => {
  const folder = path.resolve('samples/primary-school');
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.fits.yaml'))
    .map(name => ({ name: name.split(path.sep).join('/'), text: fs.readFileSync(path.join(folder, name), 'utf8') }));
  const own = findings(
    files.map(({ name, text }) => ({ name: `t/${name}`, text })),
    't',
  );
  const rows = Array.from({ length: 40 }, (_unused, i) => `School number ${i + 1},Primary,school${i + 1}.example`);
  const plan = planned(['Name,Phase,Domain', ...rows].join('\n'), files);
  assert.equal(plan.rows.filter(row => row.outcome === 'new').length, 40);
  assert.equal(plan.files.length, 40 * files.length);
  for (const number of [1, 40]) {
    const name = `school-number-${number}`;
    const left = findings(
      plan.files.filter(file => file.name.startsWith(`${name}/`)),
      name,
    );
    assert.deepEqual(
      left.filter(one => !own.includes(one)),
      [],
    );
  }
});

test('what is no template is said', () => {
  const said = (files: readonly TemplateFile[]) => {
    const template = readTemplate(files, today);
    return typeof template === 'string' ? template : '';
  };
  const other = { name: 'b/school.fits.yaml', text: school.replace('SCH-1', 'SCH-2') };
  assert.match(said([]), /no school record/);
  assert.match(said([...template, other]), /several schools/);
  assert.match(said([...template, { name: 'x.fits.yaml', text: 'title: "open\n' }]), /has a slip/);
});
