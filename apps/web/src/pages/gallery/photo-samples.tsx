import { ComparePhotos } from "../../ui/compare-photos.tsx";

/** A drawn cheek: never a person's photograph. */
function drawn(marks: number, tint: string): string {
  const dots = Array.from({ length: marks }, (_, index) => {
    const [x, y] = [60 + ((index * 71) % 280), 90 + ((index * 113) % 320)];
    return `<ellipse cx="${x}" cy="${y}" rx="${5 + (index % 4)}" ry="${3 + (index % 3)}" fill="#a9755c" fill-opacity=".55"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500"><rect width="400" height="500" fill="${tint}"/><path d="M0 380C120 470 280 470 400 360V500H0Z" fill="#c39a80" fill-opacity=".5"/>${dots.join("")}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export function PhotoSamples() {
  return (
    <ComparePhotos
      before={{ src: drawn(26, "#dcb79f"), label: "Tue 8 Sep 2026", alt: "Drawn cheek with 26 marks" }}
      after={{ src: drawn(17, "#dfbda6"), label: "Tue 17 Nov 2026", alt: "Drawn cheek with 17 marks" }}
      comparability="Comparable: same pose, same light, distance differs by 2 %."
    />
  );
}
