import type { Bands } from "@fibril/collagen";
import { messages } from "../../messages/index.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { ChartSeries } from "../../ui/response-chart-model.ts";
import type { WhatIfBands } from "../../workers/collagen-questions.ts";
import { compareOn } from "./what-if-verdict.ts";

const { whatIf: text, spreadText, percentText } = messages.collagen;
const everyRow = 4;

interface Shown {
  readonly bands: WhatIfBands;
  readonly quantity: keyof Bands;
  readonly series: readonly ChartSeries[];
}

/** Every fourth week of both charts, and the last day, for those who can't or won't read a picture. */
export function WhatIfTable({ bands, quantity, series }: Shown) {
  const rows = bands.days.flatMap((day, index) => {
    if (index % everyRow !== 0 && index !== bands.days.length - 1) return [];
    const none = { p5: 0, p50: 0, p95: 0 };
    const spread = (which: 0 | 1) => spreadText(series[which]?.points[index] ?? none);
    const compared = compareOn(bands, quantity, index);
    return [
      {
        day: String(day),
        first: spread(0),
        second: spread(1),
        difference: spreadText(compared),
        width: percentText(compared.bandWidth),
      },
    ];
  });
  const columns = (["day", "first", "second", "difference", "width"] as const).map((id) => ({
    id,
    head: text.columns[id],
    cell: (row: (typeof rows)[number]) => row[id],
    isNumber: true,
  }));
  return (
    <details className="fb-timeline-table">
      <summary>{text.table}</summary>
      <DataTable
        isWide
        caption={`${messages.collagen.axes[quantity]}. ${messages.ui.bandCaption}.`}
        columns={columns}
        rows={rows}
        rowId={({ day }) => day}
        rowName={({ day }) => text.dayTitle(Number(day))}
      />
    </details>
  );
}
