import { addDays, parseCalendarDate } from "@fibril/kernel";
import { dayScale } from "../../ui/day-scale.ts";

const width = 320;
const height = 46;
const edge = 14;

interface Dates {
  readonly days: readonly string[];
  /** The axis, the same for every course beside this one, so that they can be compared by eye. */
  readonly from: string;
  readonly to: string;
}

/** The days of a course on one line; the list beside it says the same in words. */
export function CourseDates({ days, from, to }: Dates) {
  const scale = dayScale({ from, to: padded(to), left: edge, right: width - edge });
  const [first, last] = [days[0] ?? from, days.at(-1) ?? to];
  return (
    <svg className="fb-course-dates" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {scale.months.map(({ date, label, x }) => (
        <g key={date}>
          <line className="fb-course-tick" x1={x} x2={x} y1={4} y2={28} />
          <text x={x} y={42} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <line className="fb-course-line" x1={scale.x(first)} x2={scale.x(last)} y1={16} y2={16} />
      {days.map((day, index) => (
        <g key={day}>
          <circle cx={scale.x(day)} cy={16} r={9} />
          <text className="fb-course-ordinal" x={scale.x(day)} y={20} textAnchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

function padded(to: string): string {
  const date = parseCalendarDate(to);
  return date ? addDays(date, 7) : to;
}
