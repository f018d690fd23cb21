import type { Bands } from "@fibril/collagen";
import { Stack } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { ResponseChart } from "../../ui/response-chart.tsx";
import type { WhatIfBands } from "../../workers/collagen-questions.ts";
import { differenceSeries, scheduleSeries, widthReference } from "./what-if-series.ts";
import { WhatIfTable } from "./what-if-table.tsx";
import { compareOn } from "./what-if-verdict.ts";

const { whatIf: text, axes, stamp } = messages.collagen;
const heights = { schedules: 340, difference: 240 };

interface Charts {
  readonly bands: WhatIfBands;
  readonly quantity: keyof Bands;
  readonly index: number;
}

export function WhatIfCharts({ bands, quantity, index }: Charts) {
  const drawn = { bands, quantity };
  const series = scheduleSeries(drawn);
  const difference = differenceSeries(drawn);
  const { first, second, ageYears, needleLengthMm, channelsPerCm2 } = bands.request;
  const day = bands.days[index] ?? 0;
  const none = { p5: 0, p50: 0, p95: 0 };
  const spreadOf = (which: 0 | 1) => series[which]?.points[index] ?? none;
  const notes = [
    text.settingNote(ageYears, needleLengthMm, channelsPerCm2),
    text.scheduleNote(first, second),
    messages.collagen.quantityText[quantity],
    stamp(bands.modelVersion, bands.ensembleSha256),
  ];
  const shared = { xLabel: text.days, cursor: day, notes };
  return (
    <Stack gap={28}>
      <ResponseChart
        {...shared}
        title={axes[quantity]}
        description={text.chartDescription({ day, first: spreadOf(0), second: spreadOf(1) })}
        series={series}
        zeroLabel={messages.ui.untreated}
        height={heights.schedules}
        fileName={text.chartFile}
      />
      <ResponseChart
        {...shared}
        title={text.differenceChart}
        description={text.differenceDescription(compareOn(bands, quantity, index))}
        series={[difference]}
        reference={widthReference(drawn)}
        zeroLabel={text.noDifference}
        height={heights.difference}
        fileName={text.differenceFile}
      />
      <WhatIfTable bands={bands} quantity={quantity} series={series} />
    </Stack>
  );
}
