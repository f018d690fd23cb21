import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";

const { booking } = messages;

interface Missing {
  readonly title: string;
  readonly text: string;
  readonly part: "people" | "rooms" | "devices" | "sites";
}

/** Why there is no calendar to draw, and where that is mended by those who may. */
export function NotSetUp({ title, text, part }: Missing) {
  const role = useQuery(signInQuery).data?.membership.role;
  return (
    <EmptyState title={title} text={text}>
      {role === "owner" || role === "manager" ? (
        <Link to="/resources" search={{ part }}>
          {booking.setUpAct}
        </Link>
      ) : (
        <Text c="dimmed">{booking.setUpByOthers}</Text>
      )}
    </EmptyState>
  );
}
