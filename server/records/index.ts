import type { Declaration, ValuesOf } from '../model/declaration.ts';
import { incident } from './change/incident.ts';
import { problem } from './change/problem.ts';
import { rfc } from './change/rfc.ts';
import { standardChange } from './change/standard-change.ts';
import { backupJob } from './continuity/backup-job.ts';
import { drInvocation } from './continuity/dr-invocation.ts';
import { drPlan } from './continuity/dr-plan.ts';
import { drTest } from './continuity/dr-test.ts';
import { recoveryProcedure } from './continuity/recovery-procedure.ts';
import { restoreTest } from './continuity/restore-test.ts';
import { risk } from './continuity/risk.ts';
import { monitorReview } from './monitoring/monitor-review.ts';
import { monitoringPolicy } from './monitoring/monitoring-policy.ts';
import { networkBaseline } from './monitoring/network-baseline.ts';
import { accountReview } from './operations/account-review.ts';
import { certificate } from './operations/certificate.ts';
import { dataSet } from './operations/data-set.ts';
import { directory } from './operations/directory.ts';
import { filteringCheck } from './operations/filtering-check.ts';
import { firewallRule } from './operations/firewall-rule.ts';
import { job } from './operations/job.ts';
import { media } from './operations/media.ts';
import { omFunction } from './operations/om-function.ts';
import { printQueue } from './operations/print-queue.ts';
import { remoteAccess } from './operations/remote-access.ts';
import { updateStatus } from './operations/update-status.ts';
import { volume } from './operations/volume.ts';
import { asset } from './register/asset.ts';
import { audit } from './register/audit.ts';
import { baseline } from './register/baseline.ts';
import { disposal } from './register/disposal.ts';
import { document } from './register/document.ts';
import { licence } from './register/licence.ts';
import { link } from './register/link.ts';
import { location } from './register/location.ts';
import { subnet } from './register/subnet.ts';
import { supplier } from './register/supplier.ts';
import { calendar } from './school/calendar.ts';
import { role } from './school/role.ts';
import { school } from './school/school.ts';
import { serviceReport } from './services/service-report.ts';
import { service } from './services/service.ts';
import { maintenanceLog } from './servicing/maintenance-log.ts';
import { maintenanceTask } from './servicing/maintenance-task.ts';
import { spare } from './servicing/spare.ts';

/** Every record kind there is, in the order in which a school writes them. */
const kinds = {
  school,
  calendar,
  role,
  location,
  supplier,
  subnet,
  monitoring_policy: monitoringPolicy,
  asset,
  link,
  licence,
  spare,
  document,
  service,
  maintenance_task: maintenanceTask,
  maintenance_log: maintenanceLog,
  incident,
  problem,
  rfc,
  standard_change: standardChange,
  baseline,
  audit,
  disposal,
  network_baseline: networkBaseline,
  monitor_review: monitorReview,
  service_report: serviceReport,
  risk,
  backup_job: backupJob,
  restore_test: restoreTest,
  dr_plan: drPlan,
  recovery_procedure: recoveryProcedure,
  dr_test: drTest,
  dr_invocation: drInvocation,
  om_function: omFunction,
  account_review: accountReview,
  certificate,
  firewall_rule: firewallRule,
  update_status: updateStatus,
  filtering_check: filteringCheck,
  data_set: dataSet,
  volume,
  media,
  directory,
  remote_access: remoteAccess,
  print_queue: printQueue,
  job,
};

export type KindName = keyof typeof kinds;
export type KindValues<K extends KindName> = ValuesOf<(typeof kinds)[K]>;

export const declarations: Readonly<Record<KindName, Declaration>> = kinds;

/** The declaration of a kind, if there is such a kind. */
export function declarationOf(kind: string): Declaration | undefined {
  return Object.hasOwn(declarations, kind) ? declarations[kind as KindName] : undefined;
}
