import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { messages } from "../messages/index.ts";

const shownDigits = 12;

/** Which model drew this; the whole hash stands in saved drawings and on the model card. */
export function ModelStamp({ version, hash }: { readonly version: string; readonly hash: string }) {
  return (
    <Text size="sm" c="dimmed">
      <span title={hash}>{messages.collagen.stamp(version, `${hash.slice(0, shownDigits)}…`)}</span>
      {" · "}
      <Link to="/model/card">{messages.collagen.cardLink}</Link>
    </Text>
  );
}
