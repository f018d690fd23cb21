import type { SessionRecordBody } from "@fibril/contract";
import { listDevicesOf } from "../features/booking/device-store.ts";
import type { Tx } from "../platform/database/database.ts";
import { type Problem, problem } from "../platform/http/problem.ts";

/** The label is the register's, whatever was sent: limits are looked up, not typed. */
export async function withRegisteredDevice(
  tx: Tx,
  clinicId: string,
  sent: SessionRecordBody,
): Promise<SessionRecordBody | Problem> {
  if (sent.device === null) return sent;
  const device = (await listDevicesOf(tx, clinicId, null)).find(({ id }) => id === sent.device?.deviceId);
  if (!device)
    return problem("invalid-input", {
      issues: [{ path: "record.device.deviceId", message: "is not a device of this clinic" }],
    });
  return { ...sent, device: { deviceId: device.id, serial: device.serial, label: device.label } };
}
