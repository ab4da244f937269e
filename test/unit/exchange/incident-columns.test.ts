import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessColumns } from '../../../server/exchange/guess-columns.ts';
import { incidentList } from '../../../server/exchange/incident-list.ts';
import { schoolWith, today } from '../workflow/importing.ts';
import { columnsOf, list, records, tableOf } from '../workflow/incidents.ts';

test('the columns of a help desk’s list are told; people’s columns are never taken', () => {
  const columns = columnsOf(tableOf(list), schoolWith(records));
  assert.deepEqual(
    columns.map(({ heading, field, because }) => [heading, field ?? because]),
    [
      ['Ticket ID', 'ref'],
      ['Created', 'on'],
      ['Resolved', 'resolved'],
      ['Subject', 'summary'],
      ['Description', 'details'],
      ['Room', 'location'],
      ['Device', 'asset'],
      ['Category', 'category'],
      ['Requester', 'names of people are left out'],
      ['Assigned to', 'by'],
      ['Status', 'no field holds it'],
    ],
  );
});

test('the headings of six help desks', () => {
  const fields = (headings: string) => {
    const cells = headings.split(',').map((_, at) => (at === 0 ? '17' : '23/11/2026 10:00'));
    const table = { headings: headings.split(','), rows: [{ number: 2, cells }], sheet: '', sheets: [] };
    // By the headings alone: no value stands against them.
    const bare = { ...table, rows: [{ number: 2, cells: cells.map(() => '') }] };
    const found = guessColumns(bare, incidentList, { today, places: [] });
    return Object.fromEntries(found.flatMap(({ heading, field }) => (field ? [[field, heading]] : [])));
  };
  assert.deepEqual(
    fields(
      'ID,Title,Opening date,Solution date,Requester - Requester,Assigned to - Technician group,Category,Location,Associated items,Type',
    ),
    {
      ref: 'ID',
      summary: 'Title',
      on: 'Opening date',
      resolved: 'Solution date',
      by: 'Assigned to - Technician group',
      category: 'Category',
      location: 'Location',
      asset: 'Associated items',
      sort: 'Type',
    },
  );
  assert.deepEqual(
    fields('Number,Opened,Short description,Caller,Configuration item,Resolved,Assignment group,Assigned to'),
    {
      ref: 'Number',
      on: 'Opened',
      summary: 'Short description',
      asset: 'Configuration item',
      resolved: 'Resolved',
      by: 'Assignment group',
    },
  );
  assert.deepEqual(
    fields('Ticket ID,Subject,Status,Priority,Created time,Resolved time,Agent,Group,Requester Name,Requester Email'),
    {
      ref: 'Ticket ID',
      summary: 'Subject',
      on: 'Created time',
      resolved: 'Resolved time',
      by: 'Group',
    },
  );
  assert.deepEqual(fields('Ticket Number,Summary,Description,Category,Created At,Closed At,Creator,Assignee'), {
    ref: 'Ticket Number',
    summary: 'Summary',
    details: 'Description',
    category: 'Category',
    on: 'Created At',
    resolved: 'Closed At',
    by: 'Assignee',
  });
  assert.deepEqual(fields('Job No,Date Reported,Room,Fault,Reported By,Action Taken,Date Fixed,Fixed By'), {
    ref: 'Job No',
    on: 'Date Reported',
    location: 'Room',
    summary: 'Fault',
    resolution: 'Action Taken',
    resolved: 'Date Fixed',
    by: 'Fixed By',
  });
  assert.deepEqual(fields('Date,Classroom,Name,Email address,Description of problem,Completed'), {
    on: 'Date',
    location: 'Classroom',
    details: 'Description of problem',
    resolved: 'Completed',
    // A form's "Name" is the name of whoever filled it in, unless it is all that says what happened.
    summary: 'Name',
  });
});
