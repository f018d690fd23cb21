import sharp from "sharp";

/** A drawn face, plainly no person: one tone for each, and `marks` fewer and paler stand for a later visit. */
export function drawFace({
  person,
  seed,
  marks,
  strength,
}: {
  readonly person: number;
  /** Where the marks lie. */
  readonly seed: number;
  readonly marks: number;
  readonly strength: number;
}): Promise<Buffer> {
  const dots = Array.from({ length: marks }, (_, index) => {
    const angle = ((index * 137.5 + seed * 53) % 360) * (Math.PI / 180);
    const reach = 70 + ((index * 61 + seed * 17) % 130);
    const [x, y] = [400 + Math.cos(angle) * reach * 1.25, 520 + Math.sin(angle) * reach * 1.4];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${3 + ((index + seed) % 5)}" fill="#9a5b4a" fill-opacity="${strength.toFixed(2)}"/>`;
  });
  const tones = ["#f0d3bd", "#d9ab86", "#b98058", "#8d5a3b", "#e6bfa0"];
  const skin = tones[person % tones.length];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000">
    <rect width="800" height="1000" fill="#e9e6e1"/>
    <ellipse cx="400" cy="490" rx="255" ry="340" fill="${skin}"/>
    <rect x="310" y="790" width="180" height="210" fill="${skin}"/>
    <path d="M235 420q60 -34 120 0M445 420q60 -34 120 0" stroke="#4a3a32" stroke-width="9" fill="none"/>
    <ellipse cx="295" cy="460" rx="44" ry="18" fill="#fff"/><ellipse cx="505" cy="460" rx="44" ry="18" fill="#fff"/>
    <circle cx="295" cy="460" r="15" fill="#5b4a3f"/><circle cx="505" cy="460" r="15" fill="#5b4a3f"/>
    <path d="M400 470q-26 110 -8 128q22 12 40 -4" stroke="#7d5a48" stroke-width="6" fill="none"/>
    <path d="M320 690q80 44 160 0q-80 26 -160 0" fill="#a8604f"/>
    ${dots.join("")}
    <text x="400" y="975" font-family="sans-serif" font-size="26" fill="#5c6470" text-anchor="middle">drawn, no person</text>
  </svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
