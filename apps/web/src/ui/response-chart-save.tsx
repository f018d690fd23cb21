import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { RefObject } from "react";
import { messages } from "../messages/index.ts";
import { drawingFile, drawingPicture, saveFile } from "./response-chart-export.ts";

interface Save {
  readonly drawing: RefObject<SVGSVGElement | null>;
  /** Without its ending. */
  readonly fileName: string;
  readonly notes: readonly string[];
}

/** The drawing with its notes burnt in, as a file to keep. */
export function SaveDrawing({ drawing, fileName, notes }: Save) {
  const { ui } = messages;
  const save = async (kind: "svg" | "png") => {
    if (!drawing.current) return;
    const file = drawingFile({ svg: drawing.current, notes });
    const content = kind === "svg" ? new Blob([file.text], { type: "image/svg+xml" }) : await drawingPicture(file);
    saveFile(`${fileName}.${kind}`, content);
  };
  const sayNotSaved = () => notifications.show({ message: ui.drawingNotSaved, color: "var(--fb-stop)" });
  const press = (kind: "svg" | "png") => () => void save(kind).catch(sayNotSaved);
  return (
    <Group gap={8}>
      <Button variant="default" size="sm" onClick={press("svg")}>
        {ui.saveSvg}
      </Button>
      <Button variant="default" size="sm" onClick={press("png")}>
        {ui.savePng}
      </Button>
    </Group>
  );
}
