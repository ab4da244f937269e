/** Text as it may stand in a page. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly number?: true;
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const kind = (at: number): string => (columns[at]?.number ? ' class="number"' : '');
  const head = columns.map(({ title }, at) => `<th scope="col"${kind(at)}>${escapeHtml(title)}</th>`).join('');
  const body = rows
    .map(cells => `<tr>${cells.map((cell, at) => `<td${kind(at)}>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

const style = `
@page { size: A4; margin: 12mm 14mm; }
:root { color-scheme: light; }
body { font: 9.5pt/1.3 system-ui, "Segoe UI", Arial, sans-serif; color: #111; background: #fff; max-width: 182mm; margin: 6mm auto; }
h1 { font-size: 17pt; margin: 0; }
h2 { font-size: 11.5pt; margin: 4mm 0 1mm; }
.lead { font-size: 11pt; margin: 2mm 0; }
.from { color: #444; margin: 0 0 3mm; }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; align-items: start; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5mm 2mm .5mm 0; border-bottom: .2mm solid #bbb; vertical-align: top; }
th { font-weight: 600; border-bottom-color: #555; }
.number { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 2mm; font-variant-numeric: tabular-nums; }
.signature { margin-top: 10mm; display: flex; gap: 10mm; }
.signature span { flex: 1; border-top: .2mm solid #333; padding-top: 1mm; color: #444; }
.hint { margin: 0 0 4mm; padding: 2mm 3mm; background: #eef3f8; }
@media print { .hint { display: none; } body { margin: 0; } }
`;

/** A page to be printed: nothing in it is fetched from anywhere, and nothing in it runs. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
