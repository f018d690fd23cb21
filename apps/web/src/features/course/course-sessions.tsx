import type { CourseView } from "@fibril/contract";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { sessionState, sessionWhen } from "./session-words.ts";

const { course } = messages;

interface Sessions {
  readonly of: Pick<CourseView, "sessions" | "state">;
  /** Those who treat, and the owner, open the record of each. */
  readonly opensRecords: boolean;
}

export function CourseSessions({ of: { sessions, state }, opensRecords }: Sessions) {
  return (
    <section className="fb-course-scroll" aria-label={course.sessions}>
      <table className="fb-course-table">
        <caption className="fb-hidden">{course.sessions}</caption>
        <thead>
          <tr>
            <th scope="col">{course.columns.session}</th>
            <th scope="col">{course.columns.when}</th>
            <th scope="col" className="fb-course-window">
              {course.columns.window}
            </th>
            <th scope="col">{course.columns.state}</th>
            {opensRecords && <th scope="col">{course.columns.record}</th>}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.ordinal}>
              <td>{session.ordinal}</td>
              <td>{sessionWhen(session, state)}</td>
              <td className="fb-course-window fb-muted">{windowWords(session, state)}</td>
              <td>{sessionState(session, state)}</td>
              {opensRecords && (
                <td>
                  {session.recordId && (
                    <Link to="/sessions/$sessionId" params={{ sessionId: session.recordId }}>
                      {course.columns.record}
                      <span className="fb-hidden"> {course.ofSession(session.ordinal)}</span>
                    </Link>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** When a session may be; of one that a course ended before, and of the first, there is nothing to say. */
function windowWords(
  { ordinal, performedOn, window }: CourseView["sessions"][number],
  of: CourseView["state"],
): string {
  if (ordinal === 1 || (of === "abandoned" && performedOn === null)) return "";
  return window ? course.window(dayText(window.from), dayText(window.to)) : course.windowUnknown;
}
