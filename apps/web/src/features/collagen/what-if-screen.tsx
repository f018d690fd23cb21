import "./collagen.css";
import { Button, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { messages } from "../../messages/index.ts";
import { ModelStamp } from "../../ui/response-chart-stamp.tsx";
import { WorkingNote } from "../../ui/response-chart-working.tsx";
import { useCollagen } from "../../workers/use-collagen.ts";
import { type Address, useWhatIf } from "./use-what-if.ts";
import { comparedIndex, requestOf, type WhatIf } from "./what-if.ts";
import { WhatIfCharts } from "./what-if-charts.tsx";
import { WhatIfForm } from "./what-if-form.tsx";
import { WhatIfVerdictCard } from "./what-if-verdict-card.tsx";

const { whatIf: text, ...words } = messages.collagen;
const quantities = Object.entries(words.quantities).map(([value, label]) => ({ value, label }));
const settleMs = 150;

/** Two schedules, what the model says of each, and how little of the difference can be read. */
export function WhatIfScreen({ address, onAddress }: Address) {
  const { whatIf, change, undo, mayUndo, reset, isStart } = useWhatIf({ address, onAddress });
  return (
    <div className="fb-what-if">
      <div className="fb-what-if-asked">
        <Group gap={8}>
          <Button variant="default" onClick={undo} disabled={!mayUndo}>
            {text.undo}
          </Button>
          <Button variant="default" onClick={reset} disabled={isStart}>
            {text.reset}
          </Button>
        </Group>
        <WhatIfForm whatIf={whatIf} onChange={change} />
      </div>
      <Stack gap={20} className="fb-what-if-answer">
        <SegmentedControl
          className="fb-quantity"
          aria-label={words.quantityLabel}
          data={quantities}
          value={whatIf.quantity}
          onChange={(quantity) => change({ ...whatIf, quantity: quantity as WhatIf["quantity"] }, "quantity")}
        />
        <WhatIfAnswer whatIf={whatIf} onDay={(day) => change({ ...whatIf, day }, "day")} />
      </Stack>
    </div>
  );
}

interface Asked {
  readonly whatIf: WhatIf;
  readonly onDay: (day: number) => void;
}

/** Drawn from the question that the answer belongs to; a newer one says that it is being worked out. */
function WhatIfAnswer({ whatIf, onDay }: Asked) {
  const [settled] = useDebouncedValue(whatIf, settleMs);
  const asked = useCollagen("what-if", requestOf(settled));
  const { answer: bands, isCurrent } = asked;
  const index = bands ? comparedIndex({ days: bands.days, whatIf }) : 0;
  return (
    <>
      <WorkingNote {...asked} isStale={bands !== null && !isCurrent} onStop={asked.stop} onAgain={asked.again} />
      {bands && (
        <>
          <WhatIfVerdictCard bands={bands} quantity={whatIf.quantity} index={index} onDay={onDay} />
          <WhatIfCharts bands={bands} quantity={whatIf.quantity} index={index} />
          <section>
            <Title order={2} size="h3" mb={4}>
              {text.spacingTitle}
            </Title>
            <Text>{text.spacing}</Text>
          </section>
          <Text size="sm" c="dimmed">
            {[words.quantityText[whatIf.quantity], words.band.evidence, words.band.durability].join(" ")}
          </Text>
          <ModelStamp version={bands.modelVersion} hash={bands.ensembleSha256} />
        </>
      )}
    </>
  );
}
