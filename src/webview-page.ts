import * as vscode from 'vscode';

/**
 * The page of a webview: a script and a style of ours, nothing from elsewhere, nothing inline. All data comes as messages and is
 * put in as text.
 */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri, name: string): string {
  const at = (...parts: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...parts)).toString();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${at('media', 'page.css')}">
<link rel="stylesheet" href="${at('media', `${name}.css`)}">
<title>FITS</title>
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}" src="${at('dist', 'media', `${name}.js`)}"></script>
</body>
</html>`;
}

/** What a page may load: its own script and style. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  const roots = [vscode.Uri.joinPath(extension, 'media'), vscode.Uri.joinPath(extension, 'dist', 'media')];
  return { enableScripts: true, localResourceRoots: roots };
}
