import type { MovePreviewView } from "@fibril/contract";
import { Stack, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { placeTime } from "./place-list.tsx";

const { booking } = messages;

export function MoveChanges({ changes }: { readonly changes: MovePreviewView["changes"] }) {
  return (
    <Stack gap={8}>
      <Text>{changes.length > 1 ? booking.previewLead : booking.previewStays}</Text>
      <table className="fb-changes">
        <caption className="fb-hidden">{booking.preview}</caption>
        <thead>
          <tr>
            <th scope="col">{booking.previewSession}</th>
            <th scope="col">{booking.before}</th>
            <th scope="col">{booking.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ visitId, ordinal, before, after }) => (
            <tr key={visitId}>
              <td>{ordinal}</td>
              <td>{placeTime(before)}</td>
              <td>
                <strong>{placeTime(after)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}
