import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { findConflictMarkers } from '../../../server/yaml/conflict.ts';
import { appendRecord } from '../../../server/yaml/edit-file.ts';
import { indexLines, lineEnding, offsetAt, placeAt } from '../../../server/yaml/lines.ts';
import { offsetInSegment, placeInFile, segmentLines, splitSegments } from '../../../server/yaml/segments.ts';

const piece = fc.constantFrom(
  '---',
  '...',
  'a: b',
  '\n',
  '\r\n',
  '\n---\n',
  ' ',
  '# c',
  '\uFEFF',
  '----',
  '\r',
  '\t',
  '--- x: y',
  '😀',
);
const file = fc.array(piece, { maxLength: 14 }).map(parts => parts.join(''));

describe('splitSegments', () => {
  it('splits at dashes and dots on a line of their own', () => {
    const text = (from: string): string[] => splitSegments(from).map(segment => segment.text);
    assert.deepEqual(text(''), ['']);
    assert.deepEqual(text('a: b\n'), ['a: b\n']);
    assert.deepEqual(text('---\na: b\n---\nc: d\n'), ['a: b\n', 'c: d\n']);
    assert.deepEqual(text('# top\n--- # x\na: b\r\n...\r\n'), ['# top\n', '# x\na: b\r\n', '']);
    assert.deepEqual(text('--- a: b\nc: d\n---'), ['a: b\nc: d\n', '']);
    assert.deepEqual(text('\uFEFF---\na: b\n'), ['a: b\n']);
    assert.deepEqual(text('\uFEFFa: b\n'), ['a: b\n']);
    assert.deepEqual(text('a: b\n----\n ---\n---x\n'), ['a: b\n----\n ---\n---x\n']);
  });

  it('knows the place of every segment, which together with the markers make the file', () => {
    fc.assert(
      fc.property(file, text => {
        const index = indexLines(text);
        const linesOf = segmentLines();
        let last = 0;
        for (const segment of splitSegments(text)) {
          assert.equal(text.slice(segment.start, segment.end), segment.text);
          assert.match(text.slice(last, segment.start), /^\uFEFF?(?:(?:---|\.\.\.)[ \t]*(?:\r?\n)?)?$/);
          assert.deepEqual({ line: segment.line, character: segment.character }, placeAt(index, segment.start));
          for (let offset = 0; offset <= segment.text.length; offset += 1) {
            // Between CR and LF the protocol has no place of its own.
            if (segment.text.slice(offset - 1, offset + 1) === '\r\n') continue;
            const place = placeInFile(segment, linesOf(segment), offset);
            assert.deepEqual(place, placeAt(index, segment.start + offset));
            assert.equal(offsetInSegment(segment, linesOf(segment), place), offset);
          }
          last = segment.end;
        }
        assert.equal(last, text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

it('finds lines by offset and back', () => {
  const index = indexLines('a\r\nbc\rd\n');
  assert.deepEqual(index.starts, [0, 3, 6, 8]);
  assert.deepEqual(placeAt(index, 4), { line: 1, character: 1 });
  assert.equal(offsetAt(index, { line: 1, character: 99 }), 5);
  assert.equal(offsetAt(index, { line: 9, character: 0 }), 8);
  assert.equal(lineEnding('a\r\nb\r\nc\n'), '\r\n');
});

describe('findConflictMarkers', () => {
  it('speaks once, at the first marker', () => {
    const text = 'kind: asset\n<<<<<<< HEAD\nid: A\n=======\nid: B\n>>>>>>> other\n';
    const slip = findConflictMarkers(text);
    assert.equal(slip?.code, 'GEN-022');
    assert.equal(text.slice(slip.start, slip.end), '<<<<<<< HEAD');
  });

  it('leaves an underline in a note alone', () => {
    assert.equal(findConflictMarkers('notes: |\n  Title\n=======\n'), undefined);
    assert.equal(findConflictMarkers('notes: <<<<<<< x\n'), undefined);
  });
});

describe('appendRecord', () => {
  const after = (text: string): string => applyEdits(text, appendRecord(text, 'kind: asset\n'));
  it('puts a new record where the file ends', () => {
    assert.equal(after(''), 'kind: asset\n');
    assert.equal(after('a: b\n'), 'a: b\n---\nkind: asset\n');
    assert.equal(after('a: b'), 'a: b\n---\nkind: asset\n');
    assert.equal(after('a: b\r\n'), 'a: b\r\n---\r\nkind: asset\r\n');
    assert.equal(after('a: b\n---\n'), 'a: b\n---\nkind: asset\n');
    assert.equal(after('a: b\n---'), 'a: b\n---\nkind: asset\n');
    assert.equal(after('a: b\n...\n'), 'a: b\n---\nkind: asset\n...\n');
    assert.equal(after('\uFEFF'), '\uFEFFkind: asset\n');
    assert.equal(after('# only this\n'), '# only this\n---\nkind: asset\n');
  });
});
