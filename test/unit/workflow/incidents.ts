/** What the tests of importing incidents share: a school with places, devices and firms, and the help desk's list. */
import assert from 'node:assert/strict';
import { guessColumns, withDateOrders } from '../../../server/exchange/guess-columns.ts';
import { incidentList } from '../../../server/exchange/incident-list.ts';
import { readTableText } from '../../../server/exchange/read-table.ts';
import type { Table } from '../../../server/exchange/table.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { planIncidents } from '../../../server/workflow/import/incidents.ts';
import type { ImportPlan } from '../../../server/workflow/import/plan.ts';
import { apply, home, today } from './importing.ts';

export const records = {
  's/places.fits.yaml':
    'kind: location\nid: hall\ntitle: Hall\n---\nkind: location\nid: class-7\ntitle: Class 7, KS2\n',
  's/assets.fits.yaml': [
    'kind: asset\nid: PRN-03\ntitle: Office printer\ntype: printer\nlocation: hall\nserial: SN-77\nhostname: office-prn\n',
    'kind: asset\nid: LAP-01\ntitle: Trolley laptop\ntype: laptop\nlocation: hall\ntag: EPS-0101\n',
    'kind: asset\nid: LAP-02\ntitle: Trolley laptop\ntype: laptop\nlocation: hall\n',
  ].join('---\n'),
  's/more.fits.yaml':
    'kind: service\nid: SVC-01\ntitle: Printing\nstatus: proposed\ndepends_on: unknown\n---\nkind: supplier\nid: SUP-01\ntitle: Example Networks Ltd\n---\nkind: role\nid: technician\ntitle: ICT technician\nfunction: maintenance\n',
};

export function tableOf(text: string): Table {
  const answer = readTableText(text, incidentList);
  assert.ok(answer.ok, answer.ok ? '' : answer.sentence);
  return answer.table;
}

export function columnsOf(table: Table, checker: Checker) {
  const places = checker.estate.ofKind('location', home).flatMap(place => [place.id, place.title]);
  return withDateOrders(guessColumns(table, incidentList, { today, places }), table, incidentList, { today });
}

export function planTable(table: Table, checker: Checker): ImportPlan {
  return planIncidents({ table, columns: columnsOf(table, checker), estate: checker.estate, home });
}

export function importText(text: string, checker: Checker): ImportPlan {
  const plan = planTable(tableOf(text), checker);
  apply(plan, checker);
  return plan;
}

export const list = `Ticket ID,Created,Resolved,Subject,Description,Room,Device,Category,Requester,Assigned to,Status
4711,23/09/2026 08:10,24/09/2026 15:30,Printer jams,Paper jams since this morning. Call Jane Smith on 07700 900123,Hall,SN-77,Printing,Jane Smith,Example Networks,Closed
4712,24/09/2026,,Jane's laptop will not start,,Class 7,EPS-0101,Hardware,"Smith, Jane",Bob Jones,Open
4713,31/10/2026 09:00,,Wi-Fi slow,,Attic,Old box,Network,Office,ICT technician,Open
`;
