import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordOf } from '../estate/record.ts';
import { compareMoments, type Moment } from '../model/day.ts';
import type { Path } from '../model/paths.ts';
import { isAbsent, nodeAt } from '../yaml/node.ts';

type Change = RecordOf<'rfc'>;
export type Stage = 'proceed' | 'peer_review' | 'implement' | 'emergency' | 'retrospective';
type Profile = 'simple' | 'full';

/** How the school approves changes: as it says, else simply in a nursery or primary school. Undefined where its phase is not known. */
export function profileOf(file: string, estate: Estate): Profile | undefined {
  const { approvals, phase } = estate.schoolOf(file)?.values ?? {};
  if (approvals !== undefined) return approvals;
  return phase === undefined ? undefined : ['nursery', 'primary'].includes(phase) ? 'simple' : 'full';
}

/** One answer to what was asked, as far as it can be told. */
export interface Answer {
  readonly stage: Stage;
  readonly by: string | undefined;
  readonly on: Moment | undefined;
  readonly how: string | undefined;
  readonly comment: string | undefined;
  /** Undefined where something is written that cannot be read, or `unknown`. */
  readonly decision: 'approved' | 'rejected' | 'more_information' | undefined;
  readonly path: Path;
}

/** All answers of a stage, or of all stages, in the order written: oldest first. An answer without a decision is a yes. */
export function answersOf(rfc: Change, ...stages: readonly Stage[]): Answer[] {
  return (rfc.values.approvals ?? []).flatMap(({ stage, by, on, how, comment, decision }, i) => {
    if (stage === undefined || (stages.length > 0 && !stages.includes(stage))) return [];
    const path = ['approvals', i];
    const { node, found } = nodeAt(rfc.text.root, [...path, 'decision']);
    const said = found === 3 && !isAbsent(node);
    return [{ stage, by, on, how, comment, decision: decision ?? (said ? undefined : 'approved'), path }];
  });
}

/** The last answer of the stage, where that is a yes: a later no takes it back. */
export function approvedBy(rfc: Change, stage: Stage): Answer | undefined {
  const last = answersOf(rfc, stage).at(-1);
  return last?.decision === 'approved' ? last : undefined;
}

/** Whether it cannot be told what was answered last: then nothing is said of it. */
export function isUnclear(rfc: Change, stage: Stage): boolean {
  if (rfc.understood.answers.get('approvals') === 'unknown') return true;
  const { node } = nodeAt(rfc.text.root, ['approvals']);
  const items = node?.type === 'list' ? node.items : [];
  const isUnread = (rfc.values.approvals ?? []).some(
    (one, i) => one.stage === undefined && !isAbsent(nodeAt(items[i] ?? null, ['stage']).node),
  );
  const last = answersOf(rfc, stage).at(-1);
  return isUnread || (last !== undefined && last.decision === undefined);
}

/** The questions of which a yes lets a change be planned: where the ICT owner approves once, it may be written under either. */
export function firstQuestions(file: string, estate: Estate): readonly Stage[] {
  return profileOf(file, estate) === 'full' ? ['proceed'] : ['proceed', 'implement'];
}

/** The earliest yes of the stages; undefined where there is none, or one without a day. */
export function firstApproval(rfc: Change, stages: readonly Stage[], zone: string): Answer | undefined {
  const yes = answersOf(rfc, ...stages).filter(({ decision }) => decision === 'approved');
  if (yes.some(({ on }) => on === undefined)) return undefined;
  return yes.reduce<Answer | undefined>(
    (first, one) => (first && compareMoments(first.on ?? '', one.on ?? '', zone) <= 0 ? first : one),
    undefined,
  );
}

const support: readonly string[] = ['maintenance', 'service_provider', 'service_desk'];
const owners: readonly string[] = ['ict_owner', 'deputy_ict_owner'];

/**
 * Whether the role may say yes for the ICT owner (precise.md 19): the owner, the deputy, or the role that the owner names as deputy.
 * A supplier never. Undefined where it cannot be told: nobody is named, or no record of that id is there.
 */
export function isIctOwner(by: string | undefined, file: string, estate: Estate): boolean | undefined {
  const owner = estate.schoolOf(file)?.values.ict_owner;
  return mayAnswerAs(by, owners, owner === undefined ? [] : [owner], { file, estate });
}

/** Whether the role has the last word in the school, or is the deputy of the one that has. */
export function isFinalApprover(by: string | undefined, file: string, estate: Estate): boolean | undefined {
  return mayAnswerAs(by, ['final_approver'], [], { file, estate });
}

function mayAnswerAs(
  by: string | undefined,
  functions: readonly string[],
  also: readonly string[],
  { file, estate }: { file: string; estate: Estate },
): boolean | undefined {
  if (by === undefined) return undefined;
  // Records above the schools name a function in a role's place.
  if (functions.includes(by)) return true;
  const role = estate.named(by, file);
  if (!role) return undefined;
  if (!isKind(role, 'role')) return false;
  const holders = estate
    .ofKind('role', file)
    .filter(one => functions.includes(one.values.function ?? '') || isOneOf(one.id, also));
  if (holders.some(one => one === role || isOneOf(role.id, [one.values.deputy ?? '']))) return true;
  // Where nobody is recorded who may, only technical support is known not to.
  return holders.length > 0 || support.includes(role.values.function ?? '') ? false : undefined;
}

function isOneOf(id: string, ids: readonly string[]): boolean {
  return ids.some(one => one.toLowerCase() === id.toLowerCase());
}
