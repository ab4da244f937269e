import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { findConflictMarkers } from '../../../server/yaml/conflict.ts';
import { cursorAt } from '../../../server/yaml/cursor.ts';
import type { Node } from '../../../server/yaml/node.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';
import { splitSegments } from '../../../server/yaml/segments.ts';
import { big, dear, goodRecord, mutations, small, truncations } from './hostile.data.ts';

/** A guard against hanging, not a measure of speed: many times what the slowest text takes on a slow machine. */
const guardMilliseconds = 30_000;

function checkNode(node: Node | null, length: number): void {
  if (!node) return;
  assert.ok(node.start >= 0 && node.start <= node.end && node.end <= length);
  if (node.type === 'map') {
    assert.equal(new Set(node.entries.map(entry => entry.key.text)).size, node.entries.length);
    for (const entry of node.entries) {
      checkNode(entry.key, length);
      checkNode(entry.value, length);
    }
  }
  if (node.type === 'list') for (const item of node.items) checkNode(item, length);
}

/** Reads a file as the engine does, and looks that everything said about it holds together. */
function read(text: string): number {
  const began = performance.now();
  findConflictMarkers(text);
  const segments = splitSegments(text);
  const records = segments.map(segment => readRecord(segment.text));
  const took = performance.now() - began;
  records.forEach((record, at) => {
    const own = segments[at]?.text ?? '';
    checkNode(record.root, own.length);
    for (const slip of record.slips) {
      assert.ok(
        slip.start >= 0 && slip.start <= slip.end && slip.end <= own.length,
        `${slip.reason} ${String(slip.start)}–${String(slip.end)}`,
      );
      assert.ok(slip.message.length > 20 && slip.message.length < 300);
      for (const fix of slip.fixes) {
        for (const edit of fix.edits)
          assert.ok(
            edit.start >= 0 && edit.start <= edit.end && edit.end <= own.length,
            `${slip.reason}: ${fix.title}`,
          );
      }
    }
  });
  return took;
}

function assertBounded(text: string): void {
  const took = read(text);
  assert.ok(took < guardMilliseconds, `took ${took.toFixed(0)} ms`);
}

describe('hostile texts', () => {
  for (const { name, text } of [...big, ...dear, ...small]) it(name, () => assertBounded(text));

  it('400 mutations of a good record', () => {
    for (const { text } of mutations) assertBounded(text);
  });

  it('a good record cut at every place', () => {
    for (const { text } of truncations) assertBounded(text);
  });

  it('the hand-made files', () => {
    const folder = path.join('test', 'fixtures', 'hostile');
    const files = readdirSync(folder);
    assert.ok(files.length >= 20);
    for (const file of files) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      assertBounded(text);
      const said = splitSegments(text).flatMap(segment => readRecord(segment.text).slips);
      assert.ok(said.length > 0 || findConflictMarkers(text) !== undefined, file);
    }
  });

  it('a cursor anywhere in a broken record', () => {
    for (const { text } of [...mutations.slice(0, 100), ...small]) {
      for (let offset = 0; offset <= text.length; offset += 7) cursorAt(text, offset);
    }
  });
});

describe('no cascades', () => {
  it('one sign too many or too few in a good record is one slip nearly always, and most other fields are still read', () => {
    const fields = readRecord(goodRecord).root?.entries.length ?? 0;
    let lost = 0;
    let several = 0;
    let texts = 0;
    for (let at = 0; at < goodRecord.length; at += 1) {
      for (const text of [
        goodRecord.slice(0, at) + goodRecord.slice(at + 1),
        ...['"', ':', '[', '\t', '- ', '\n'].map(sign => goodRecord.slice(0, at) + sign + goodRecord.slice(at)),
      ]) {
        const record = readRecord(text);
        assert.ok(
          record.slips.length <= 4,
          `${JSON.stringify(text.slice(Math.max(0, at - 30), at + 30))}: ${record.slips.map(slip => slip.reason).join(', ')}`,
        );
        texts += 1;
        if (record.slips.length > 1) several += 1;
        if ((record.root?.entries.length ?? 0) < fields - 2) lost += 1;
      }
    }
    assert.ok(several / texts < 0.05, `${String(several)} of ${String(texts)}`);
    assert.ok(lost / texts < 0.02, `${String(lost)} of ${String(texts)}`);
  });

  it('applying the first fixes again and again ends', () => {
    for (const { name, text } of [...mutations, ...small]) {
      let own = splitSegments(text)[0]?.text ?? '';
      let rounds = 0;
      for (let slip = readRecord(own).slips.find(one => one.fixes.length > 0); slip && rounds < 60; rounds += 1) {
        own = applyEdits(own, slip.fixes[0]?.edits ?? []);
        own = splitSegments(own)[0]?.text ?? '';
        slip = readRecord(own).slips.find(one => one.fixes.length > 0);
      }
      assert.ok(
        rounds < 60,
        `${name}: ${readRecord(own)
          .slips.map(slip => slip.reason)
          .join(', ')}\n${own}`,
      );
    }
  });
});
