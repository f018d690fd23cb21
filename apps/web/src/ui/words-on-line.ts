/** Where words stand in a drawing, in its pixels. */
export interface WordsBox {
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
}

/** A little more than the widest run of letters at 13 px takes, so that no letter is touched. */
const letterWidth = 7.5;
const [ascent, descent, margin] = [14, 5, 3];

interface Words {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly anchor?: "start" | "end";
}

/** The room that one line of small words takes, without measuring fonts. */
export function wordsAt({ text, x, baseline, anchor = "start" }: Words): WordsBox {
  const width = text.length * letterWidth;
  return {
    fromX: (anchor === "end" ? x - width : x) - margin,
    toX: (anchor === "end" ? x : x + width) + margin,
    fromY: baseline - ascent,
    toY: baseline + descent,
  };
}

interface Line {
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
}

type Piece = Pick<Line, "fromY" | "toY">;

/** The pieces of a line from top to bottom that no words stand on. */
export function piecesBetweenWords({ x, fromY, toY }: Line, words: readonly WordsBox[]): readonly Piece[] {
  const onLine = words.filter((box) => box.fromX <= x && x <= box.toX).toSorted((one, next) => one.fromY - next.fromY);
  let begun = fromY;
  const pieces = onLine.flatMap((box): readonly Piece[] => {
    const piece = { fromY: begun, toY: Math.min(box.fromY, toY) };
    begun = Math.max(begun, box.toY);
    return piece.toY > piece.fromY ? [piece] : [];
  });
  return begun < toY ? [...pieces, { fromY: begun, toY }] : pieces;
}
