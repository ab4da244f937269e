import * as vscode from 'vscode';
import { listAssets, type AssetRow, type ProbeParams } from '../server/protocol/base.ts';
import { chooseSchool } from './choose-school.ts';
import { stateWords } from './outcome-words.ts';
import type { ServerLink } from './server-link.ts';

interface Item extends vscode.QuickPickItem {
  readonly row?: AssetRow;
}

/** Which device? By its title, its number, its place or its address; or an address that no record has. */
export async function chooseDevice(link: ServerLink): Promise<ProbeParams | undefined> {
  const rows = (await link.ask<readonly AssetRow[]>(listAssets, {})) ?? [];
  const items: Item[] = rows
    .filter(row => row.address !== '')
    .map(item)
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB', { numeric: true }));
  const other: Item = { label: `$(edit) ${vscode.l10n.t('Type an address…')}`, alwaysShow: true };
  const chosen = await vscode.window.showQuickPick([...items, other], {
    title: vscode.l10n.t('Probe Device'),
    placeHolder: vscode.l10n.t('Which device?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen === undefined) return undefined;
  return chosen.row === undefined ? chooseAddress(link) : { school: chosen.row.school, ids: [chosen.row.id] };
}

function item(row: AssetRow): Item {
  const state = row.checked === undefined ? [] : [vscode.l10n.t(stateWords[row.checked.state])];
  return {
    label: row.title === '' ? row.id : row.title,
    description: [row.id, row.address, ...state].join(' · '),
    detail: [row.typeLabel, row.locationTitle].filter(word => word !== '').join(', '),
    row,
  };
}

async function chooseAddress(link: ServerLink): Promise<ProbeParams | undefined> {
  const school = await chooseSchool(link, vscode.l10n.t('In which school is the device?'));
  if (school === undefined) return undefined;
  const address = await vscode.window.showInputBox({
    title: vscode.l10n.t('Probe Device'),
    prompt: vscode.l10n.t('The address must lie in one of the recorded networks of the school.'),
    placeHolder: '192.168.10.20',
    validateInput: text => (/\s/.test(text.trim()) ? vscode.l10n.t('One address only, without spaces.') : undefined),
  });
  if (address === undefined || address.trim() === '') return undefined;
  return { school: school.id, address: address.trim() };
}
