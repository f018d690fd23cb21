import { useReducedMotion } from "@mantine/hooks";
import { useEffect, useState } from "react";

const blinkMs = 900;

export interface Blink {
  readonly isSecond: boolean;
  readonly isRunning: boolean;
  readonly swap: () => void;
  readonly toggle: () => void;
}

/** Changes between two pictures; stands still until asked where motion is not wanted. */
export function useBlink(isOn: boolean): Blink {
  const prefersStill = useReducedMotion();
  const [asked, setAsked] = useState<boolean | null>(null);
  const [isSecond, setIsSecond] = useState(false);
  const isRunning = isOn && (asked ?? !prefersStill);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setIsSecond((second) => !second), blinkMs);
    return () => clearInterval(timer);
  }, [isRunning]);
  return {
    isSecond,
    isRunning,
    toggle: () => setAsked(!isRunning),
    swap: () => {
      setAsked(false);
      setIsSecond(!isSecond);
    },
  };
}
