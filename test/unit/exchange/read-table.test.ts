import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { test } from 'node:test';
import writeExcelFile from 'write-excel-file/node';
import { readTable, readTableText } from '../../../server/exchange/read-table.ts';
import type { Table, TableAnswer } from '../../../server/exchange/table.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));

function tableIn(answer: TableAnswer): Table {
  assert.ok(answer.ok, answer.ok ? '' : answer.sentence);
  return answer.table;
}

/** "number: cell|cell" of each row, the headings first. */
function shown(answer: TableAnswer): string[] {
  const { headings, rows } = tableIn(answer);
  return [headings.join('|'), ...rows.map(row => `${row.number}: ${row.cells.join('|')}`)];
}

test('commas, semicolons and tabs, marks at the start, old letters, quotes', async () => {
  const wanted = ['Name|Room', '2: Café “75""|Hall'.replace('“75""', '75"')];
  const text = (separator: string) => `Name${separator}Room\n"Café 75"""${separator}Hall\n`;
  for (const separator of [',', ';', '\t']) {
    assert.deepEqual(shown(await readTable(bytes(text(separator)))), wanted);
    assert.deepEqual(shown(await readTable(bytes(`\uFEFF${text(separator)}`.replaceAll('\n', '\r\n')))), wanted);
    assert.deepEqual(shown(await readTable(bytes(text(separator), 'latin1'))), wanted);
    assert.deepEqual(shown(await readTable(bytes(`\uFEFF${text(separator)}`, 'utf16le'))), wanted);
    assert.deepEqual(shown(readTableText(text(separator).replaceAll('\n', '\r'))), wanted);
  }
  assert.deepEqual(shown(readTableText(`sep=;\n${text(';')}`)), wanted);
  const pounds = new Uint8Array([...bytes('Name,Price\nX,'), 0xa3, ...bytes('5\n')]);
  assert.deepEqual(shown(await readTable(pounds)), ['Name|Price', '2: X|£5']);
});

test('titles and blank rows above, repeated headings, sums, ragged rows, empty columns; rows are counted as the sheet counts them', () => {
  const text =
    'ICT equipment 2026,,,,\n\n,,,,\nAsset No,,Item,Room\nA1,,Laptop\nA2,,Switch,Hall,too much\n,,,\nAsset No,,Item,Room\nA3,,"two\nlines",x\nTotal,,3,\n';
  assert.deepEqual(shown(readTableText(text)), [
    'Asset No|Item|Room|',
    '5: A1|Laptop||',
    '6: A2|Switch|Hall|too much',
    '9: A3|two\nlines|x|',
  ]);
});

test('a list without headings is all rows; quotes that do not pair are sizes', () => {
  assert.deepEqual(shown(readTableText('LAP-01\tLenovo L14\tRoom 3\nLAP-02\tLenovo L14\tRoom 4\n')).slice(1), [
    '1: LAP-01|Lenovo L14|Room 3',
    '2: LAP-02|Lenovo L14|Room 4',
  ]);
  assert.deepEqual(shown(readTableText('Name,Room\n75" panel,Hall\n"65 panel,Hall\nprojector,Class 1\n')), [
    'Name|Room',
    '2: 75" panel|Hall',
    '3: "65 panel|Hall',
    '4: projector|Class 1',
  ]);
});

test('workbooks: dates as days, numbers as typed, the first sheet with a table, or the one that is named', async () => {
  const date = { value: new Date('2023-07-24T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' } as const;
  const file = await writeExcelFile([
    { sheet: 'Cover', data: [['Our list']] },
    {
      sheet: 'Laptops',
      data: [
        ['Name', 'Bought', 'Price', 'Ours'],
        ['Laptop', date, 1240.5, true],
        [null, null, null, null],
        ['Second', '1.9.19', 3558344370409, false],
      ],
    },
    {
      sheet: 'Phones',
      data: [
        ['Name', 'Room'],
        ['Phone', 'Office'],
      ],
    },
  ]).toBuffer();
  const answer = await readTable(new Uint8Array(file));
  assert.deepEqual(shown(answer), [
    'Name|Bought|Price|Ours',
    '2: Laptop|2023-07-24|1240.5|yes',
    '4: Second|1.9.19|3558344370409|no',
  ]);
  assert.deepEqual([tableIn(answer).sheet, tableIn(answer).sheets], ['Laptops', ['Cover', 'Laptops', 'Phones']]);
  assert.deepEqual(shown(await readTable(new Uint8Array(file), { sheet: 'phones' })), ['Name|Room', '2: Phone|Office']);
  const missing = await readTable(new Uint8Array(file), { sheet: 'Tablets' });
  assert.deepEqual(missing, {
    ok: false,
    sentence: 'There is no sheet called “Tablets”. There is: Cover, Laptops, Phones.',
  });
});

test('a large workbook is read whole', async () => {
  const data = [
    ['Name', 'Serial', 'Room'],
    ...Array.from({ length: 6000 }, (_unused, i) => [
      `Laptop ${i}`,
      `SN-${i}-${(i * 7919) % 100_003}`,
      `Room ${i % 40}`,
    ]),
  ];
  const table = tableIn(await readTable(new Uint8Array(await writeExcelFile([{ sheet: 'All', data }]).toBuffer())));
  assert.equal(table.rows.length, 6000);
  assert.deepEqual(table.rows.at(-1), {
    number: 6001,
    cells: ['Laptop 5999', `SN-5999-${(5999 * 7919) % 100_003}`, 'Room 39'],
  });
});

/** A zip archive with one part for each text; `claims` is the size that it says it unpacks to. */
function archive(
  parts: Readonly<Record<string, string>>,
  { locked = false, claims }: { locked?: boolean; claims?: number } = {},
): Uint8Array {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = deflateRawSync(Buffer.from(text), { level: 9 });
    const size = claims ?? Buffer.byteLength(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(locked ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), content);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + content.length;
  }
  const listed = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length / 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, listed, end]));
}

const workbook = '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
const links =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const inSheet = (rows: string) => ({
  'xl/workbook.xml': workbook,
  'xl/_rels/workbook.xml.rels': links,
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

test('a workbook made by hand is read by what its list of parts says', async () => {
  const rows = `<row r="1">${cell('A1', 'Name')}${cell('B1', 'Room')}</row><row r="3">${cell('A3', 'Switch')}${cell('B3', 'Hall')}</row>`;
  assert.deepEqual(shown(await readTable(archive(inSheet(rows)))), ['Name|Room', '3: Switch|Hall']);
});

test('what is no list is said in a sentence, whatever it is', async () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0];
  const bomb = 'x'.repeat(90 * 1024 * 1024);
  const far = `<row r="1">${cell('A1', 'Name')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`;
  const large = new Uint8Array(21 * 1024 * 1024).fill(65);
  const cases: readonly (readonly [Uint8Array, RegExp])[] = [
    [new Uint8Array(), /is empty/],
    [bytes('  \n \n'), /nothing in it/],
    [bytes('Name,Room\n'), /no row below/],
    [large, /larger than 20 MB/],
    [bytes('%PDF-1.7 \u0000'), /a PDF/],
    [bytes('\u0000\u0001\u0002\u0003picture'), /not a spreadsheet/],
    [bytes('<html><table><tr><td>x'), /web page/],
    [new Uint8Array([...ole, ...bytes('x')]), /old Excel form/],
    [new Uint8Array([...ole, ...bytes('EncryptedPackage', 'utf16le')]), /has a password/],
    [bytes('PK\u0003\u0004 broken'), /damaged/],
    [archive({ 'word/document.xml': '<x/>' }), /not a spreadsheet/],
    [archive({ 'content.xml': '<x/>' }), /OpenDocument/],
    [archive(inSheet(''), { locked: true }), /has a password/],
    [archive({ ...inSheet(''), 'xl/worksheets/sheet1.xml': 'not closed <' }), /damaged|nothing in it/],
    [archive({ 'xl/workbook.xml': '<workbook/>' }), /damaged/],
    [archive({ ...inSheet(''), 'xl/bomb.xml': bomb }), /far more/],
    [archive({ ...inSheet(''), 'xl/bomb.xml': bomb }, { claims: 10 }), /far more/],
    [archive(inSheet(far)), /far more/],
    [archive(inSheet(far.replace('XFD1048576', '&#88;1048576'))), /far more/],
    [
      bytes(['Name,Room', ...Array.from({ length: 20_001 }, (_unused, i) => `Laptop ${i},Hall`)].join('\n')),
      /20,001 rows/,
    ],
  ];
  for (const [content, words] of cases) {
    const answer = await readTable(content);
    assert.equal(answer.ok, false, String(words));
    assert.match(answer.sentence, words);
    assert.ok(answer.sentence.split(/(?<=[.?!])\s+(?=[A-Z])/).length <= 2, answer.sentence);
  }
});

test('damaged bytes never throw', async () => {
  const whole = archive(inSheet(`<row r="1">${cell('A1', 'Name')}</row><row r="2">${cell('A2', 'Switch')}</row>`));
  for (let at = 0; at < whole.length; at += 3) {
    const broken = whole.slice();
    broken[at] = (broken[at] ?? 0) ^ 0x5a;
    const answer = await readTable(broken);
    if (!answer.ok) assert.notEqual(answer.sentence, '');
    const cut = await readTable(whole.slice(0, at));
    if (!cut.ok) assert.notEqual(cut.sentence, '');
  }
});

test('a sheet made to keep the reader busy is left alone', async () => {
  for (const rows of ['<c '.repeat(4_000_000), `<c a="${'x'.repeat(9_000_000)}"/>`, 'x'.repeat(9_000_000)]) {
    const began = performance.now();
    const answer = await readTable(archive(inSheet(rows)));
    assert.deepEqual([answer.ok, !answer.ok && /damaged/.test(answer.sentence)], [false, true]);
    assert.ok(performance.now() - began < 10_000, `${Math.round(performance.now() - began)} ms`);
  }
});
