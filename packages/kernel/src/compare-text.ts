/** Order by UTF-16 code units, the same on every machine: never by locale. */
export function compareText(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
