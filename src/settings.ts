import * as vscode from 'vscode';
import { settingsChanged, type InitializationOptions } from '../server/protocol/base.ts';
import type { AddressMap } from '../server/model/outcome.ts';
import type { ServerLink } from './server-link.ts';

/** The only reader of the configuration. In an untrusted folder VS Code itself leaves out the folder's own values. */
export function serverSettings(): InitializationOptions {
  const configuration = vscode.workspace.getConfiguration('fits');
  const today = configuration.get<string>('today', '').trim();
  return {
    ...(today === '' ? {} : { today }),
    trusted: vscode.workspace.isTrusted,
    addressMap: configuration.get<AddressMap>('addressMap', {}),
    allowedSubnets: configuration.get<readonly string[]>('allowedSubnets', []),
    ruleLinks: 'command',
    rules: configuration.get<Readonly<Record<string, string>>>('rules', {}),
  };
}

export function codeLensEnabled(): boolean {
  return vscode.workspace.getConfiguration('fits').get<boolean>('codeLens.enabled', true);
}

export function inlayHintsEnabled(): boolean {
  return vscode.workspace.getConfiguration('fits').get<boolean>('inlayHints.enabled', true);
}

/** Tells the server of every change, and of the folder's becoming trusted. */
export function watchSettings(link: ServerLink): vscode.Disposable {
  const tell = () => link.notify(settingsChanged, serverSettings());
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(tell),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (!event.affectsConfiguration('fits')) return;
      tell();
      if (event.affectsConfiguration('fits.codeLens')) link.refreshCodeLenses();
    }),
  );
}

/** Names of our settings that somebody has set. */
export function changedSettings(extension: vscode.Extension<unknown>): readonly string[] {
  const declared = extension.packageJSON as {
    readonly contributes: { readonly configuration: { readonly properties: object } };
  };
  const configuration = vscode.workspace.getConfiguration();
  return Object.keys(declared.contributes.configuration.properties).filter(name => {
    const found = configuration.inspect(name);
    return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some(value => value !== undefined);
  });
}
