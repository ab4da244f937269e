import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Declaration } from '../model/declaration.ts';
import type { FormField, FormFinding, FormModel, FormSection, RecordChoice } from '../model/form.ts';
import { count } from '../model/words.ts';
import type { Checker } from '../rules/checker.ts';
import { missingFor, notKnownYet } from '../rules/missing.ts';
import { placeFindings, type PlacedFindings } from './form-findings.ts';
import { makeFields, valueIn } from './form-field.ts';

/** The record as a form: what is needed and wanted first, then what is written, then the rest. */
export function formOf(record: RecordEntry, checker: Checker): FormModel {
  const findings = placeFindings(record, checker);
  const { declaration } = record;
  const unreadable = sayUnreadable(record);
  const head = {
    id: record.id,
    title: record.title,
    kind: record.kind,
    kindLabel: declaration?.label ?? '',
    about: declaration?.about ?? '',
  };
  if (unreadable !== undefined || !declaration) {
    const all = [...findings.values()].flat();
    return { ...head, unreadable: unreadable ?? '', findings: all, sections: [], pools: {} };
  }
  const pools = new Map<string, readonly RecordChoice[]>();
  const fields = fieldsOf(record, declaration, { findings, pools, estate: checker.estate });
  return {
    ...head,
    findings: (findings.get('') ?? []).filter(saysMore),
    sections: inSections(fields, declaration.everyday),
    pools: Object.fromEntries(pools),
  };
}

/** What is not known yet, the first section of the form shows. */
function saysMore({ code, severity }: FormFinding): boolean {
  return code !== 'GEN-023' || severity !== 'information';
}

function sayUnreadable({ text, kind, declaration }: RecordEntry): string | undefined {
  if (!text.root) return 'This is no record yet. Open the text and begin it with a line such as kind: asset.';
  if (text.slips.some(slip => slip.code === 'GEN-012' && slip.severity === 'error'))
    return 'There is a slip in the writing of this record, so it cannot be shown as a form. Mend it first.';
  if (!kind) return 'This record does not say what it is. Open the text and begin it with a line such as kind: asset.';
  return declaration ? undefined : `There is no kind of record called “${kind}”. Open the text to change it.`;
}

interface Parts {
  readonly findings: PlacedFindings;
  readonly pools: Map<string, readonly RecordChoice[]>;
  readonly estate: Estate;
}

function fieldsOf(record: RecordEntry, declaration: Declaration, parts: Parts): FormField[] {
  const { kind: _, ...fields } = declaration.fields;
  const making = { record, asks: asksOf(record, declaration), ...parts };
  return makeFields(fields, [], valueIn(record.text.root), making)
    .filter(field => field.state !== 'absent' || field.asks || isOffered(String(field.path[0]), record, declaration))
    .map(field => (field.path[0] === 'id' ? withUses(field, record, parts.estate) : field));
}

/** Whether the asset's type, where it is known, has such a thing. */
function isOffered(key: string, { values }: RecordEntry, { fields }: Declaration): boolean {
  const types = fields[key]?.offeredFor;
  const type = values['type'];
  return types === undefined || typeof type !== 'string' || types.includes(type);
}

/** Which fields the record's present step needs, and which somebody will want one day. */
function asksOf(record: RecordEntry, declaration: Declaration): ReadonlyMap<string, 'needed' | 'wanted'> {
  const asks = new Map<string, 'needed' | 'wanted'>();
  const note = (paths: readonly string[], how: 'needed' | 'wanted') => {
    for (const path of paths.flatMap(one => one.split('|'))) {
      const [key = ''] = path.split('.');
      if (!asks.has(key)) asks.set(key, how);
    }
  };
  const codes = new Set(declaration.needs.map(need => need.code ?? 'GEN-015'));
  for (const code of codes) note(missingFor(record, code), 'needed');
  note(notKnownYet(record), 'wanted');
  const answered = [...record.understood.answers].filter(
    ([path, answer]) => answer === 'unknown' && !path.includes('.'),
  );
  note(
    answered.map(([path]) => path),
    'wanted',
  );
  return asks;
}

function withUses(field: FormField, { id, file }: RecordEntry, estate: Estate): FormField {
  const uses = id ? estate.naming(id, file).length : 0;
  if (uses === 0) return field;
  const note = `${count(uses, 'other record')} ${uses === 1 ? 'names' : 'name'} it by this id, and would have to follow.`;
  return { ...field, note };
}

/** What every such record has stands with what is written, be it written or not. */
function inSections(fields: readonly FormField[], everyday: readonly string[]): FormSection[] {
  const isShown = (field: FormField) => field.state !== 'absent' || everyday.includes(String(field.path[0]));
  const toFill = [
    ...fields.filter(field => field.asks === 'needed'),
    ...fields.filter(field => field.asks === 'wanted'),
  ];
  const others = fields.filter(field => !field.asks);
  const sections: FormSection[] = [
    { name: 'toFill', fields: toFill },
    { name: 'written', fields: others.filter(isShown) },
    { name: 'more', fields: others.filter(field => !isShown(field)) },
  ];
  return sections.filter(section => section.fields.length > 0);
}
