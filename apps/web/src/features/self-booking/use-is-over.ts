import { useEffect, useState } from "react";

/** Whether a moment has come; the screen hears of it at once. Never for null. */
export function useIsOver(moment: number | null): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const left = moment === null ? null : moment - Date.now();
    setIsOver(left !== null && left <= 0);
    if (left === null || left <= 0) return;
    const timer = setTimeout(() => setIsOver(true), left);
    return () => clearTimeout(timer);
  }, [moment]);
  return isOver;
}
