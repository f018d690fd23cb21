import type { PhotographView } from "@fibril/contract";
import { poses } from "@fibril/measurement";
import { Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { Day, dayText } from "../../ui/day.tsx";
import { galleryOf } from "./gallery-of.ts";
import { photographSrc } from "./measurement-queries.ts";

interface Gallery {
  readonly patientId: string;
  readonly photographs: readonly PhotographView[];
}

export function PhotographGallery({ patientId, photographs }: Gallery) {
  const text = messages.measurement;
  if (photographs.length === 0) return <Text c="dimmed">{text.noPhotographs}</Text>;
  return galleryOf(photographs).map(({ day, photographs: ofDay }) => (
    <section key={day} className="fb-gallery-day">
      <Title order={3}>
        <Day date={day} />
      </Title>
      <ul className="fb-gallery">
        {ofDay.map((photograph) => (
          <li key={photograph.id}>
            {photograph.refusedReason === null ? (
              <a href={photographSrc(patientId, photograph.id)} target="_blank" rel="noreferrer">
                <img
                  src={photographSrc(patientId, photograph.id, "thumbnail")}
                  alt={text.ofPose(poses[photograph.pose].label, dayText(day))}
                  loading="lazy"
                />
              </a>
            ) : (
              <p className="fb-gallery-refused">{text.refused(photograph.refusedReason)}</p>
            )}
            <span>{poses[photograph.pose].label}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
