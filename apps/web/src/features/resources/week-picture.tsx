import { parseMinuteOfDay, weekdays } from "@fibril/kernel";
import { messages } from "../../messages/index.ts";
import { clockText } from "../../ui/clock-text.ts";
import type { Hours } from "./hours.ts";

const { resources } = messages;
const earliest = 360;
const latest = 1320;
const marks = [480, 720, 960, 1200] as const;

interface Picture {
  readonly hours: readonly Hours[];
  /** What a day without hours is called. */
  readonly empty: string;
  readonly sites?: readonly { readonly id: string; readonly name: string }[];
}

/** Seven rows, one a day, with its hours drawn and written; 06:00 to 22:00 from left to right. */
export function WeekPicture({ hours, empty, sites }: Picture) {
  return (
    <div className="fb-week-picture">
      <div className="fb-week-marks" aria-hidden="true">
        {marks.map((minute) => (
          <span key={minute} style={{ insetInlineStart: `${share(minute)}%` }}>
            {clockText(minute)}
          </span>
        ))}
      </div>
      <dl>
        {weekdays.map((weekday) => {
          const own = hours.filter((one) => one.weekday === weekday);
          return (
            <div key={weekday} className="fb-week-row">
              <dt>{resources.weekdayLong[weekday]}</dt>
              <dd>
                {own.length === 0 && <span className="fb-week-off">{empty}</span>}
                {own.map((one) => (
                  <span
                    key={one.from + one.to}
                    className="fb-week-bar fb-number"
                    style={{
                      insetInlineStart: `${share(at(one.from))}%`,
                      width: `${share(at(one.to)) - share(at(one.from))}%`,
                    }}
                  >
                    {resources.hoursLine(one.from, one.to)}
                    {sites && sites.length > 1 && ` ${sites.find(({ id }) => id === one.siteId)?.name ?? ""}`}
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function at(time: string): number {
  return parseMinuteOfDay(time) ?? earliest;
}

function share(minute: number): number {
  return (100 * (Math.min(latest, Math.max(earliest, minute)) - earliest)) / (latest - earliest);
}
