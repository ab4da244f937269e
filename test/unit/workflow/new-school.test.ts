import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { recordsOfNewSchool, type NewFile } from '../../../server/workflow/school/new-school.ts';
import { checkerOf } from '../engine/school.ts';
import { hilltop as answers } from './hilltop.ts';

function findingsOf(files: readonly NewFile[]): string[] {
  const records = files.filter(({ name }) => name.endsWith('.fits.yaml'));
  const checker = checkerOf(Object.fromEntries(records.map(({ name, text }) => [`file:///school/${name}`, text])));
  return [...checker.estate.files.keys()].flatMap(file =>
    checker.inFile(file).map(({ finding, record }) => `${finding.code} ${record?.id ?? ''} ${finding.message}`),
  );
}

describe('a new school', () => {
  it('is a few files in which nothing is wrong or missing', () => {
    const files = recordsOfNewSchool(answers, new Set());
    assert.deepEqual(
      files.map(({ name }) => name),
      ['school.fits.yaml', 'people.fits.yaml', 'places.fits.yaml', 'checks.fits.yaml', '.gitignore'],
    );
    assert.deepEqual(findingsOf(files), []);
    assert.match(
      files[0]?.text ?? '',
      /^# .*\nkind: school\nid: SCH-HPS\ntitle: Hilltop Primary School\nphase: primary\n/,
    );
  });

  it('may be kept by a provider, and the head may answer for ICT', () => {
    const files = recordsOfNewSchool(
      {
        ...answers,
        phase: 'secondary',
        ictOwner: 'Head teacher',
        maintenance: { by: 'provider', title: 'Northshire IT & Co' },
      },
      new Set(['sch-hps']),
    );
    assert.deepEqual(findingsOf(files), []);
    const text = files.map(file => file.text).join('');
    assert.match(text, /id: SCH-HPS-2\n/);
    assert.match(text, /maintenance: SUP-Northshire-IT-Co\napprovals: full\n/);
    assert.equal(text.match(/id: head-teacher\n/g)?.length, 1);
  });

  it('is without error whatever is answered', () => {
    const words = fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }).filter(text => text.trim() !== '');
    fc.assert(
      fc.property(words, words, words, fc.boolean(), (name, ictOwner, title, own) => {
        const school = {
          ...answers,
          name,
          ictOwner,
          maintenance: { by: own ? ('own' as const) : ('provider' as const), title },
        };
        const wrong = findingsOf(recordsOfNewSchool(school, new Set())).filter(
          found => !/^GEN-00[67]|^GEN-014.*characters long/.test(found),
        );
        assert.deepEqual(wrong, []);
      }),
    );
  });
});
