import type { Estate } from '../../estate/estate.ts';
import { headingOf, isKind, nameOf, spanAt, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { chainOf, isLiveAsset, isLiveService } from '../../facts/dependencies.ts';
import { currentPlan, planNames } from '../../facts/recovery-plan.ts';
import { guards, soleProcedure, stepsOf } from '../../facts/recovery.ts';
import { fieldsBelow } from '../../model/paths.ts';
import type { RecordFix } from '../../model/finding.ts';
import { typeGroups } from '../../records/vocabulary.data.ts';
import { appendToList } from '../../yaml/edit.ts';
import { liveService, together } from '../examples.ts';
import { elsewhere } from '../fix.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { order, plan as planExample } from './example.ts';

const internet = liveService('SVC-01', 'Internet', { criticality: 'critical', rto_hours: '8' });

export const scm001: Rule = {
  code: 'SCM-001',
  title: 'What the whole school rests on is in the recovery plan',
  why: 'After a fire nobody has time to find out what is missing: what is not in the plan is forgotten, or comes back last.',
  bad: together(internet, planExample()),
  good: together(internet, planExample({ recovery_order: order('SVC-01') })),
  cases: { service: 'error', device: 'error', none: 'error', draft: 'warning' },
  *check(record, estate) {
    if (isKind(record, 'school')) yield* withoutPlan(record, estate);
    if (!isCritical(record) || !record.id) return;
    const plan = currentPlan(record.file, estate);
    if (plan && !isInPlan(record, plan, estate)) yield missing(record, plan, estate);
  },
};

function isCritical(record: RecordEntry): record is RecordOf<'service'> | RecordOf<'asset'> {
  return (isLiveService(record) || isLiveAsset(record)) && record.values.criticality === 'critical';
}

/** A line, a cabinet and a bought-in system are not set up anew; a virtual machine comes back with its server. */
function isInPlan(record: RecordEntry, plan: RecordOf<'dr_plan'>, estate: Estate): boolean {
  if (planNames(plan, record)) return true;
  if (!isKind(record, 'asset')) return false;
  const { type, runs_on: host } = record.values;
  if (type === undefined || !(typeGroups.powered as readonly string[]).includes(type)) return true;
  const server = estate.named(host, record.file);
  return server !== undefined && planNames(plan, server);
}

function missing(record: RecordEntry, plan: RecordOf<'dr_plan'>, estate: Estate): Remark {
  const isService = isKind(record, 'service');
  return {
    ...spanAt(record, ['criticality']),
    case: isService ? 'service' : 'device',
    message: isService
      ? `The whole school rests on this, but ${nameOf(plan)} does not bring it back. Put it into the order, with the sheet that says how.`
      : `The whole school rests on this device, but ${nameOf(plan)} does not name it, so nobody has thought of how to replace it. Add it to the plan’s devices.`,
    related: [placeOf(plan, spanAt(plan, [isService ? 'recovery_order' : 'assets']), plan.title)],
    fixes: () => (isService ? addStep(record, plan, estate) : addTo(plan, 'assets', record.id)),
  };
}

/** At the end of the order, or with the number of the first step that needs it; none where no such place is right. */
function addStep(service: RecordOf<'service'>, plan: RecordOf<'dr_plan'>, estate: Estate): RecordFix[] {
  const steps = stepsOf(plan, estate);
  const below = chainOf(service, estate);
  const before = steps.filter(one => below.has(one.service) || guards(one.service, service, estate));
  const after = steps.filter(one => chainOf(one.service, estate).has(service) || guards(service, one.service, estate));
  const written = plan.values.recovery_order ?? [];
  const numbered = written.length > 0 && written.every(({ step }) => step !== undefined);
  if (after.length > 0 && !numbered) return [];
  const place = Math.min(...after.map(one => one.place), Math.max(0, ...steps.map(one => one.place)) + 1);
  if (before.some(one => one.place > place)) return [];
  const procedure = soleProcedure(service, estate)?.id ?? 'unknown';
  return addTo(plan, 'recovery_order', {
    ...(numbered ? { step: String(place) } : {}),
    service: service.id,
    procedure,
  });
}

function addTo(
  plan: RecordOf<'dr_plan'>,
  field: 'assets' | 'recovery_order',
  item: string | Readonly<Record<string, string>>,
): RecordFix[] {
  const keys = plan.declaration ? Object.keys(fieldsBelow(plan.declaration, []) ?? {}) : [];
  const edits = appendToList(plan.source, [field], item, { order: keys });
  return edits ? [{ title: 'Add it to the recovery plan', edits: elsewhere(plan, edits), preferred: true }] : [];
}

function* withoutPlan(school: RecordOf<'school'>, estate: Estate): Generator<Remark> {
  const { file } = school;
  if (estate.schoolOf(file) !== school || !hasServices(file, estate) || currentPlan(file, estate)) return;
  const needed = estate.ofKind('service', file).find(isCritical) ?? estate.ofKind('asset', file).find(isCritical);
  if (!needed) return;
  const draft = estate.ofKind('dr_plan', file).find(plan => plan.values.status !== 'superseded');
  const message = draft
    ? `${nameOf(draft)} is only a draft, so after a fire or an attack nobody may go by it. Finish it, and ask the head teacher to approve it.`
    : `There is no recovery plan, though the whole school rests on ${nameOf(needed)}. Write down who decides, whom to ring and what comes back first, and ask the head teacher to approve it.`;
  const at = draft ?? needed;
  yield {
    ...headingOf(school),
    case: draft ? 'draft' : 'none',
    message,
    related: [placeOf(at, spanAt(at, ['title']), at.title)],
  };
}
