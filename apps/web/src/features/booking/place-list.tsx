import type { VisitPlacesView } from "@fibril/contract";
import { Text, UnstyledButton } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

export type OfferedPlace = VisitPlacesView["places"][number];

interface Places {
  readonly label: string;
  readonly places: readonly OfferedPlace[];
  readonly none: string;
  readonly isBusy: boolean;
  readonly onPick: (place: OfferedPlace) => void;
}

export function PlaceList({ label, places, none, isBusy, onPick }: Places) {
  if (places.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <ul className="fb-choices" aria-label={label}>
      {places.map((place) => (
        <li key={`${place.day} ${place.start} ${place.practitioner}`}>
          <UnstyledButton className="fb-choice fb-number" disabled={isBusy} onClick={() => onPick(place)}>
            <strong>{placeTime(place)}</strong>
            <span className="fb-muted">{messages.booking.place(place.practitionerName, place.roomName)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

export function placeTime({ day, start }: { readonly day: string; readonly start: string }): string {
  return `${dayText(day)}, ${start}`;
}

/** Sent back as it was offered, without the names that were only for reading. */
export function barePlace({ day, start, practitioner, prepRoom, treatmentRoom, device }: OfferedPlace) {
  return { day, start, practitioner, prepRoom, treatmentRoom, device };
}
