import { type DataRow, dataTable, dataTableVersion } from "./data-table.ts";

export const calibrationIds = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"] as const;
export type CalibrationId = (typeof calibrationIds)[number];

export interface CalibrationRow extends DataRow {
  readonly role: "calibrate";
  readonly value: number;
  /** Assumed where the study's own could not be read. */
  readonly sd: number;
}

export const calibrationDataVersion = dataTableVersion;

/** What the model is fitted to; to change the fit, change a row of data-table.json and publish a new ensemble. */
export const calibrationData: Readonly<Record<CalibrationId, CalibrationRow>> = Object.fromEntries(
  calibrationIds.map((id) => [id, rowOf(id)]),
) as Record<CalibrationId, CalibrationRow>;

/** @throws where the table has no such row with a value and a spread. */
function rowOf(id: CalibrationId): CalibrationRow {
  const row = dataTable.find((one) => one.id === id);
  if (row?.role !== "calibrate" || row.value === null || row.sd === null) throw new Error(`data table: ${id}`);
  return { ...row, role: row.role, value: row.value, sd: row.sd };
}
