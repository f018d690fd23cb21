import type { PhotographView } from "@fibril/contract";
import { compareConditions, poses } from "@fibril/measurement";
import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { ComparePhotos } from "../../ui/compare-photos.tsx";
import { dayText } from "../../ui/day.tsx";
import { comparablePoses } from "./gallery-of.ts";
import { photographSrc } from "./measurement-queries.ts";

interface Visits {
  readonly patientId: string;
  readonly photographs: readonly PhotographView[];
}

/** The same pose on two days, with what is known of whether they may be compared. */
export function CompareVisits({ patientId, photographs }: Visits) {
  const comparable = comparablePoses(photographs);
  const [pose, setPose] = useState<string | null>(null);
  const [ids, setIds] = useState<{ readonly before?: string; readonly after?: string }>({});
  const text = messages.measurement;
  const chosen = comparable.find((candidate) => candidate.pose === pose) ?? comparable[0];
  const of = chosen?.photographs ?? [];
  const before = of.find(({ id }) => id === ids.before) ?? of[0];
  const after = of.find(({ id }) => id === ids.after) ?? of.at(-1);
  if (!chosen || !before || !after) return <Text c="dimmed">{text.compareNeedsTwo}</Text>;
  const days = of.map(({ id, takenOn }) => ({ value: id, label: dayText(takenOn) }));
  const shown = (photograph: PhotographView, label: string) => ({
    src: photographSrc(patientId, photograph.id),
    label,
    alt: text.ofPose(poses[photograph.pose].label, dayText(photograph.takenOn)),
  });
  return (
    <>
      <div className="fb-compare-choice">
        <Select
          label={text.comparePose}
          data={comparable.map((candidate) => ({ value: candidate.pose, label: poses[candidate.pose].label }))}
          value={chosen.pose}
          allowDeselect={false}
          onChange={(next) => {
            setPose(next);
            setIds({});
          }}
        />
        <Select
          label={text.earlier}
          data={days}
          value={before.id}
          allowDeselect={false}
          onChange={(id) => id && setIds({ ...ids, before: id })}
        />
        <Select
          label={text.later}
          data={days}
          value={after.id}
          allowDeselect={false}
          onChange={(id) => id && setIds({ ...ids, after: id })}
        />
      </div>
      <ComparePhotos
        before={shown(before, text.before(dayText(before.takenOn)))}
        after={shown(after, text.after(dayText(after.takenOn)))}
        comparability={compareConditions(conditionsOf(before), conditionsOf(after)).words}
      />
    </>
  );
}

function conditionsOf({ pose, conditions }: PhotographView) {
  return { pose, ...conditions };
}
