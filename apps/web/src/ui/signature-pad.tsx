import "./signature-pad.css";
import { Button, Group, TextInput } from "@mantine/core";
import { type PointerEvent, useState } from "react";
import { messages } from "../messages/index.ts";

/** Drawn: an SVG path on a 600 x 200 ground. Typed: the full name, for those who can't draw. */
export type Signature =
  | { readonly kind: "drawn"; readonly path: string }
  | { readonly kind: "typed"; readonly name: string };

interface Pad {
  readonly label?: string;
  readonly value: Signature | null;
  readonly onChange: (signature: Signature | null) => void;
}

const width = 600;
const height = 200;

export function SignaturePad({ label = messages.ui.signature, value, onChange }: Pad) {
  const [isTyping, setIsTyping] = useState(value?.kind === "typed");
  const swap = () => {
    setIsTyping(!isTyping);
    onChange(null);
  };
  return (
    <fieldset className="fb-signature">
      <legend>{label}</legend>
      {isTyping ? (
        <TextInput
          label={messages.ui.signTyped}
          autoComplete="name"
          value={value?.kind === "typed" ? value.name : ""}
          onChange={({ currentTarget: { value: name } }) => onChange(name === "" ? null : { kind: "typed", name })}
        />
      ) : (
        <Drawing
          path={value?.kind === "drawn" ? value.path : ""}
          onPath={(path) => onChange(path === "" ? null : { kind: "drawn", path })}
        />
      )}
      <Group gap={8} mt={8}>
        <Button variant="default" disabled={value === null} onClick={() => onChange(null)}>
          {messages.ui.clearSignature}
        </Button>
        <Button variant="subtle" onClick={swap}>
          {isTyping ? messages.ui.signByDrawing : messages.ui.signByTyping}
        </Button>
        <span role="status" className="fb-muted">
          {value ? messages.ui.signatureDrawn : messages.ui.signatureEmpty}
        </span>
      </Group>
    </fieldset>
  );
}

interface Drawn {
  readonly path: string;
  readonly onPath: (path: string) => void;
}

function Drawing({ path, onPath }: Drawn) {
  const add = (command: "M" | "L", event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * width);
    const y = Math.round(((event.clientY - box.top) / box.height) * height);
    onPath(`${path}${command}${x} ${y}`);
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={messages.ui.signHere}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        add("M", event);
      }}
      onPointerMove={(event) => event.buttons === 1 && add("L", event)}
    >
      <line className="fb-signature-line" x1={30} x2={570} y1={160} y2={160} />
      {path === "" && (
        <text x={300} y={110} textAnchor="middle">
          {messages.ui.signHere}
        </text>
      )}
      <path className="fb-signature-ink" d={path} />
    </svg>
  );
}
