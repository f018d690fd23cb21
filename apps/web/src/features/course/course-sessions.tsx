import type { CourseView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { sessionState, sessionWhen } from "./session-words.ts";

const { course } = messages;

export function CourseSessions({ sessions }: Pick<CourseView, "sessions">) {
  return (
    <section className="fb-course-scroll" aria-label={course.sessions}>
      <table className="fb-course-table">
        <caption className="fb-hidden">{course.sessions}</caption>
        <thead>
          <tr>
            <th scope="col">{course.columns.session}</th>
            <th scope="col">{course.columns.when}</th>
            <th scope="col">{course.columns.window}</th>
            <th scope="col">{course.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.ordinal}>
              <td>{session.ordinal}</td>
              <td>{sessionWhen(session)}</td>
              <td className="fb-muted">
                {session.window
                  ? course.window(dayText(session.window.from), dayText(session.window.to))
                  : session.ordinal === 1
                    ? ""
                    : course.windowUnknown}
              </td>
              <td>{sessionState(session)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
