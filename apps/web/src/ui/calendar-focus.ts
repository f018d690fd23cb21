/** Where an arrow key leads from the focused visit or free half hour; null where the key means nothing here. */
export function nextFocus(grid: HTMLElement, key: string): HTMLElement | null {
  const places = [...grid.querySelectorAll<HTMLElement>("[data-minute]")];
  const here = places.find((place) => place === document.activeElement);
  if (!here) return null;
  const [column, minute] = [columnOf(here), at(here)];
  const inColumn = (wanted: number) =>
    places.filter((place) => columnOf(place) === wanted).sort((one, other) => at(one) - at(other));
  switch (key) {
    case "ArrowDown":
      return inColumn(column).find((place) => at(place) > minute) ?? null;
    case "ArrowUp":
      return inColumn(column).findLast((place) => at(place) < minute) ?? null;
    case "ArrowRight":
      return nearest(inColumn(column + 1), minute);
    case "ArrowLeft":
      return nearest(inColumn(column - 1), minute);
    default:
      return null;
  }
}

function at(place: HTMLElement): number {
  return Number(place.getAttribute("data-minute"));
}

function columnOf(place: HTMLElement): number {
  return Number(place.getAttribute("data-column"));
}

function nearest(places: readonly HTMLElement[], minute: number): HTMLElement | null {
  const byDistance = places.toSorted((one, other) => Math.abs(at(one) - minute) - Math.abs(at(other) - minute));
  return byDistance[0] ?? null;
}
