/** The page of the table. */
import type { FromTablePage, ToTablePage } from '../server/protocol/table-page.ts';
import { connect } from './page/host.ts';
import { TablePage } from './table-parts/table-page.ts';

function start(root: HTMLElement): void {
  let page: TablePage | undefined;
  const say = (message: FromTablePage): void => host.say(message);
  const hear = (message: ToTablePage): void => {
    if (message.type === 'words') page ??= new TablePage(message.words, root, say);
    else page?.hear(message);
  };
  const host = connect(message => hear(message as ToTablePage));
  say({ type: 'ready' });
}

const root = document.getElementById('page');
if (root) start(root);
