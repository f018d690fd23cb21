/** `09:30` of minute 570. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

const daySeconds = 86_400;

/** `4:05` of 245 seconds; hours only where there are some, and from two days on nobody counts seconds: `5 d 10 h`. */
export function spanText(seconds: number): string {
  if (seconds >= 2 * daySeconds)
    return `${Math.floor(seconds / daySeconds)} d ${Math.floor((seconds % daySeconds) / 3600)} h`;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}
