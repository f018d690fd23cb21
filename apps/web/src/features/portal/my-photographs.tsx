import "./portal.css";
import { poses } from "@fibril/measurement";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { myMeasurements } from "./queries.ts";
import { WithData } from "./with-data.tsx";

export function MyPhotographs() {
  const text = messages.portal.story;
  const measurements = useQuery(myMeasurements);
  return (
    <WithData query={measurements} what={text.photographs}>
      {({ photographs }) =>
        photographs.length > 0 && (
          <section>
            <Title order={2} mt={24} mb={12}>
              {text.photographs}
            </Title>
            <ul className="fb-my-photographs">
              {photographs.map(({ id, pose, takenOn, refusedReason }) => {
                const name = text.photographOf(poses[pose].label, dayText(takenOn));
                return (
                  <li key={id}>
                    {refusedReason === null ? (
                      <a href={`/api/my/photographs/${id}?form=display`} target="_blank" rel="noreferrer">
                        <img src={`/api/my/photographs/${id}?form=thumbnail`} alt={name} loading="lazy" />
                      </a>
                    ) : (
                      <p className="fb-muted">{text.refused(refusedReason)}</p>
                    )}
                    <span>{name}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        )
      }
    </WithData>
  );
}
