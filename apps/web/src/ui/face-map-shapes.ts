import type { ZoneId } from "@fibril/protocol";

export interface ZoneShape {
  /** Outline in the drawing's own units (400 x 620); a paired zone is drawn on the patient's right, the viewer's left. */
  readonly path: string;
  /** Where its value stands. */
  readonly at: readonly [x: number, y: number];
}

export const drawingWidth = 400;
export const drawingHeight = 620;

const middle = {
  glabella: { path: "M183 127Q200 119 217 127L215 163Q200 169 185 163Z", at: [200, 148] },
  nose: {
    path: "M186 171Q200 177 214 171L219 232C233 242 233 265 217 269Q200 277 183 269C167 265 167 242 181 232Z",
    at: [200, 240],
  },
  "upper-lip": { path: "M181 278Q200 286 219 278L240 311Q219 301 200 307Q181 301 160 311Z", at: [200, 297] },
  "lower-lip": {
    path: "M157 320C166 332 180 339 200 339C220 339 234 332 243 320L252 330C246 344 238 356 226 364Q200 352 174 364C162 356 154 344 148 330Z",
    at: [200, 352],
  },
  chin: { path: "M176 368Q200 357 224 368Q226 402 200 412Q174 402 176 368Z", at: [200, 390] },
  neck: {
    path: "M143 404C149 432 149 452 138 474Q200 496 262 474C251 452 251 432 257 404Q230 432 200 432Q170 432 143 404Z",
    at: [200, 459],
  },
  decollete: {
    path: "M132 484C108 498 78 507 52 515L66 586Q200 622 334 586L348 515C322 507 292 498 268 484Q200 508 132 484Z",
    at: [200, 555],
  },
} as const satisfies Record<string, ZoneShape>;

/** With a right and a left. */
const paired = {
  forehead: {
    path: "M196 55C150 55 117 76 102 112L116 137C134 124 158 120 178 125Q187 117 196 116Z",
    at: [152, 95],
  },
  temple: { path: "M97 117C82 140 77 166 77 192L99 190C99 170 103 154 112 142Z", at: [93, 160] },
  "inside-orbital-rim": {
    path: "M120 181C122 159 170 152 180 174C184 196 172 204 151 204C133 204 121 198 120 181Z",
    at: [150, 181],
  },
  periorbital: {
    path: "M115 147C106 160 103 176 104 193C110 220 142 231 170 224L179 214L178 203C168 209 140 211 126 203C116 196 114 184 116 170C118 160 124 153 132 148Z",
    at: [130, 217],
  },
  cheek: {
    path: "M179 222L177 231C162 243 162 266 178 273L170 284C160 304 150 314 138 317L105 312C91 280 82 240 81 197L99 195C99 205 101 214 106 224C124 240 158 236 179 222Z",
    at: [130, 270],
  },
  jawline: {
    path: "M107 317L134 322C141 348 154 367 169 377Q172 397 181 409C149 399 122 361 107 317Z",
    at: [136, 363],
  },
  hand: {
    path: "M28 486C20 470 14 448 9 430C7 422 15 419 18 426L27 446L24 404C24 396 33 395 34 403L38 440L41 394C42 386 50 387 50 395L50 440L57 400C58 393 66 394 65 402L62 446L73 426C77 419 85 424 82 432C76 450 72 470 64 486Q46 494 28 486Z",
    at: [46, 466],
  },
} as const satisfies Record<string, ZoneShape>;

const shapes: Readonly<Record<string, ZoneShape>> = { ...middle, ...paired };

/** The shape of a zone of the face, neck, décolleté or hands; null for what is not on this drawing. */
export function shapeOf(zone: ZoneId): ZoneShape | null {
  return shapes[zone.replace(/-(left|right)$/, "")] ?? null;
}

/** Lines that make it a face: drawn once, never a target. */
export const features = [
  "M200 34C118 34 72 96 72 182C72 252 84 304 109 346C134 388 166 422 200 422C234 422 266 388 291 346C316 304 328 252 328 182C328 96 282 34 200 34Z",
  "M72 186C58 178 54 196 58 214C62 236 70 246 80 246",
  "M328 186C342 178 346 196 342 214C338 236 330 246 320 246",
  "M122 150C138 138 160 138 180 146",
  "M278 150C262 138 240 138 220 146",
  "M128 183C138 171 162 170 174 184C162 192 138 193 128 183Z",
  "M272 183C262 171 238 170 226 184C238 192 262 193 272 183Z",
  "M184 262C188 256 192 258 194 264M216 262C212 256 208 258 206 264",
  "M163 320C176 310 190 312 200 316C210 312 224 310 237 320C224 340 176 340 163 320ZM163 320C182 324 218 324 237 320",
  "M140 398C146 434 148 456 132 478C106 496 70 504 44 512",
  "M260 398C254 434 252 456 268 478C294 496 330 504 356 512",
] as const;
