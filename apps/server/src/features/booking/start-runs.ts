import { type Availability, freeTimes, type Service, startsOn } from "@fibril/booking";
import { type CalendarDate, formatMinuteOfDay } from "@fibril/kernel";

export interface StartRun {
  readonly practitioner: string;
  /** `HH:MM`: the first and the last arrival, every five minutes between them. */
  readonly from: string;
  readonly to: string;
  readonly prepRooms: readonly string[];
  readonly treatmentRooms: readonly string[];
  readonly devices: readonly string[];
}

const slotMinutes = 5;

/** Every legal arrival of one day, those together that leave the same rooms and devices to choose from. */
export function startRuns(availability: Availability, service: Service, day: CalendarDate): StartRun[] {
  const freeOptions = optionsOf(availability, service, day);
  return startsOn(availability, service, day).flatMap(({ practitioner, startMinutes }) => {
    const runs: (Options & { first: number; last: number; key: string })[] = [];
    for (const minute of startMinutes) {
      const options = freeOptions(minute);
      const key = JSON.stringify(options);
      const run = runs.at(-1);
      if (run && run.key === key && run.last + slotMinutes === minute) run.last = minute;
      else runs.push({ ...options, key, first: minute, last: minute });
    }
    return runs.map(({ first, last, prepRooms, treatmentRooms, devices }) => ({
      practitioner,
      from: formatMinuteOfDay(first),
      to: formatMinuteOfDay(last),
      prepRooms,
      treatmentRooms,
      devices,
    }));
  });
}

interface Options {
  readonly prepRooms: readonly string[];
  readonly treatmentRooms: readonly string[];
  readonly devices: readonly string[];
}

function optionsOf(availability: Availability, service: Service, day: CalendarDate): (arrival: number) => Options {
  const { rooms, devices } = availability;
  const { requires, prepMinutes, treatmentMinutes, roomTurnoverMinutes, deviceCleaningMinutes } = service;
  const ofKind = (things: Availability["rooms"], kind: string) =>
    things
      .filter(({ kinds }) => kinds.includes(kind))
      .map((thing) => ({ id: thing.id, free: freeTimes(availability, thing, day) }));
  const [preps, treatments] = [ofKind(rooms, requires.prepRoom), ofKind(rooms, requires.treatmentRoom)];
  const tools = ofKind(devices, requires.device);
  const freeFor = (things: typeof preps, from: number, to: number) =>
    things
      .filter(({ free }) => from === to || free.some(([begins, ends]) => begins <= from && to <= ends))
      .map(({ id }) => id);
  return (arrival) => {
    const begins = arrival + prepMinutes;
    const ends = begins + treatmentMinutes;
    return {
      prepRooms: freeFor(preps, arrival, begins),
      treatmentRooms: freeFor(treatments, begins, ends + roomTurnoverMinutes),
      devices: freeFor(tools, begins, ends + deviceCleaningMinutes),
    };
  };
}
