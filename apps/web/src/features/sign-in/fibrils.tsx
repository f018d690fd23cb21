const lines = 15;

/** A drawing beside the form: fibrils that run together, as in healed skin. */
export function Fibrils() {
  return (
    <svg
      className="fb-fibrils"
      viewBox="0 0 600 600"
      fill="none"
      aria-hidden="true"
      preserveAspectRatio="xMidYMid slice"
    >
      {Array.from({ length: lines }, (_, index) => (
        <path key={index} d={fibril(index)} strokeOpacity={0.18 + (index % 4) * 0.14} />
      ))}
    </svg>
  );
}

function fibril(index: number): string {
  const y = 40 + index * 37;
  const lift = 26 - Math.abs(index - 7) * 4;
  const lean = ((index * 29) % 17) - 8;
  return `M-20 ${y + lean} C 120 ${y - lift}, 210 ${y + lift + lean}, 320 ${y} S 520 ${y - lift + lean}, 640 ${y + lean}`;
}
