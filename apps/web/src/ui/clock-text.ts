/** `09:30` of minute 570. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

const daySeconds = 86_400;

/** `4:05` of 245 seconds; from an hour on nobody counts seconds, `2 h 05 min`, and from a day on no minutes: `5 d 10 h`. */
export function spanText(seconds: number): string {
  const [days, hours, minutes] = [
    Math.floor(seconds / daySeconds),
    Math.floor((seconds % daySeconds) / 3600),
    Math.floor((seconds % 3600) / 60),
  ];
  if (days > 0) return `${days} d ${hours} h`;
  const twoDigits = (count: number) => String(count).padStart(2, "0");
  return hours > 0 ? `${hours} h ${twoDigits(minutes)} min` : `${minutes}:${twoDigits(seconds % 60)}`;
}
