/** Many devices: bounded in number at a time, so that sockets and ping processes are; each bounded in time by itself. */
import pLimit from 'p-limit';
import type { DeviceReport, ProbeTarget } from '../model/outcome.ts';
import type { ProbeContext } from './context.ts';
import { probeDevice, reportAllFailed } from './device.ts';

/**
 * Devices at once. At most 6 sockets and one ping each: below 512 attempts (precise.md 17), and wide enough that a
 * building without power does not hold up the rest.
 */
const atOnce = 64;

export interface DevicesEvents {
  readonly onReport: (index: number, report: DeviceReport) => void;
  /** An error of ours while one device was probed; the others go on. */
  readonly onBug: (error: unknown) => void;
}

/** One report per target, in the order of the targets; those not begun when the run is cancelled say `cancelled`. */
export async function probeDevices(
  targets: readonly ProbeTarget[],
  context: ProbeContext,
  events: DevicesEvents,
): Promise<readonly DeviceReport[]> {
  const limit = pLimit(atOnce);
  const probeOne = async (target: ProbeTarget): Promise<DeviceReport> => {
    if (context.signal.aborted) return reportAllFailed(target, 'cancelled', 'Stopped before this device was tried.');
    try {
      return await probeDevice(target, context);
    } catch (error) {
      events.onBug(error);
      return reportAllFailed(target, 'cannot_run', 'The probe itself failed. This is a fault of FITS Maintenance.');
    }
  };
  return await limit.map(targets, async (target, index) => {
    const report = await probeOne(target);
    events.onReport(index, report);
    return report;
  });
}
