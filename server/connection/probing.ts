import { WorkDoneProgress, type CancellationToken, type Connection } from 'vscode-languageserver';
import { devicesOf, networksOf, targetOf } from '../estate/devices.ts';
import { isKind } from '../estate/record.ts';
import { openCredentialFile } from '../host/credential-file.ts';
import type { AddressMap, Credential, DeviceReport, ProbeGuard, ProbeTarget } from '../model/outcome.ts';
import { createProbeRunner, type LookOptions, type LookResult, type ProbeRunner } from '../probe/run.ts';
import { summariseReports } from '../probe/summary.ts';
import type { LookJob } from '../probe/sweep/look.ts';
import { askCredential, type CredentialAnswer, type ProbeAnswer, type ProbeParams } from '../protocol/base.ts';
import type { Workspace } from './workspace.ts';

/** Runs probes in the worker, at the client's wish, and keeps each device's last report of this session. */
export class Probing {
  readonly reports = new Map<string, DeviceReport>();
  private runner: ProbeRunner | undefined;
  private readonly connection: Connection;
  private readonly workspace: Workspace;

  private readonly workerPath: string;

  constructor(connection: Connection, workspace: Workspace, workerPath: string) {
    this.connection = connection;
    this.workerPath = workerPath;
    this.workspace = workspace;
  }

  async run(params: ProbeParams, token: CancellationToken): Promise<ProbeAnswer> {
    await this.workspace.ready;
    const { targets, guard } = this.prepare(params);
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    let done = 0;
    const onReport = (report: DeviceReport) => {
      done += 1;
      this.tell(params.workDoneToken, {
        kind: 'report',
        message: `${done} of ${targets.length}: ${report.target.title}`,
        percentage: Math.round((100 * done) / targets.length),
      });
    };
    this.tell(params.workDoneToken, { kind: 'begin', title: 'Checking devices', cancellable: true });
    const { reports, cancelled } = await this.start().run(
      targets,
      guard,
      (school, name) => this.credential(school, name),
      { signal: stop.signal, onReport },
    );
    this.tell(params.workDoneToken, { kind: 'end' });
    for (const report of reports)
      if (!isCancelled(report)) this.reports.set(`${report.target.school}/${report.target.id}`, report);
    const [only] = reports;
    return { reports, cancelled, summary: reports.length === 1 && only ? only.summary : summariseReports(reports) };
  }

  private start(): ProbeRunner {
    this.runner ??= createProbeRunner({
      workerPath: this.workerPath,
      onBug: frames => this.connection.console.error(`The probe worker stumbled:\n${frames}`),
    });
    return this.runner;
  }

  /** A look at networks, in the worker. Progress is the caller's. */
  look(job: LookJob, guard: ProbeGuard, options: LookOptions): Promise<LookResult> {
    return this.start().look(job, guard, (school, name) => this.credential(school, name), options);
  }

  private prepare(params: ProbeParams): { targets: ProbeTarget[]; guard: ProbeGuard } {
    const home = this.homeOf(params.school);
    return {
      targets: params.address === undefined ? this.assets(params, home) : [typedIn(params.address, params.school)],
      guard: this.guardOf(home),
    };
  }

  get addressMap(): AddressMap {
    return this.workspace.options.addressMap ?? {};
  }

  /** Where packets may go for the school that the file belongs to. */
  guardOf(home: string | undefined): ProbeGuard {
    const { estate, options } = this.workspace;
    const { trusted = false, allowedSubnets = [] } = options;
    const networks = home === undefined ? [] : networksOf(home, estate);
    return {
      trusted,
      networks: [...networks, ...allowedSubnets],
      addressMap: this.addressMap,
      onlyLoopback: process.env['FITS_ONLY_LOOPBACK'] === '1',
    };
  }

  /** A file of the school: what that file sees is the school's. */
  homeOf(school: string): string | undefined {
    const { estate } = this.workspace;
    const folder = estate.schoolFolders.find(one => school === '' || estate.schoolOf(`${one}/`)?.id === school);
    return folder === undefined ? [...estate.all()][0]?.file : estate.schoolOf(`${folder}/`)?.file;
  }

  private assets({ ids }: ProbeParams, home: string | undefined): ProbeTarget[] {
    const { estate } = this.workspace;
    if (home === undefined) return [];
    const records = ids ? ids.map(id => estate.named(id, home)) : devicesOf(home, estate);
    return records.flatMap(record => (isKind(record, 'asset') ? [targetOf(record, estate)] : []));
  }

  /** From the editor's safe store, else from the file that only its owner can read. Never logged. */
  private async credential(school: string, name: string): Promise<Credential | undefined> {
    if (!this.workspace.options.trusted) return undefined;
    const answer = await this.ask(school, name);
    if (answer && 'secret' in answer) return answer.secret;
    const file = openCredentialFile(process.env, process.platform);
    if (file && 'refused' in file) this.connection.console.warn(file.refused);
    return file && 'find' in file ? file.find(school, name) : undefined;
  }

  private async ask(school: string, name: string): Promise<CredentialAnswer | undefined> {
    try {
      return await this.connection.sendRequest<CredentialAnswer>(askCredential, { school, name });
    } catch {
      return undefined; // a client that knows no such store: the file may still have it
    }
  }

  private tell(token: string | number | undefined, progress: Parameters<typeof this.send>[1]): void {
    if (token !== undefined) this.send(token, progress);
  }

  private send(
    token: string | number,
    progress:
      | { kind: 'begin'; title: string; cancellable: boolean }
      | { kind: 'report'; message: string; percentage: number }
      | { kind: 'end' },
  ): void {
    void this.connection.sendProgress(WorkDoneProgress.type, token, progress);
  }

  async close(): Promise<void> {
    await this.runner?.close();
  }
}

function typedIn(address: string, school: string): ProbeTarget {
  return { school, id: address, title: address, type: 'other', address, snmp: 'none', credential: '' };
}

function isCancelled(report: DeviceReport): boolean {
  return !report.ping.ok && report.ping.reason === 'cancelled';
}
