import { useParams } from "@tanstack/react-router";
import { SessionScreen } from "../features/session/session-screen.tsx";

export function SessionPage() {
  const { sessionId } = useParams({ from: "/staff/sessions/$sessionId" });
  return <SessionScreen key={sessionId} sessionId={sessionId} />;
}
