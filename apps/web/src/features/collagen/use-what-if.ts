import { useState } from "react";
import { remember, type UndoList } from "./undo-list.ts";
import { startingWhatIf, type WhatIf } from "./what-if.ts";
import { addressOf, type WhatIfAddress, whatIfOf } from "./what-if-address.ts";

export interface Address {
  readonly address: WhatIfAddress;
  readonly onAddress: (address: WhatIfAddress) => void;
}

/** The question of the address, with every change of this visit to take back. */
export function useWhatIf({ address, onAddress }: Address) {
  const [undoList, setUndoList] = useState<UndoList>([]);
  const whatIf = whatIfOf(address);
  const change = (next: WhatIf, field: string) => {
    setUndoList((list) => remember(list, { state: whatIf, field, at: performance.now() }));
    onAddress(addressOf(next));
  };
  const undo = () => {
    const last = undoList.at(-1);
    if (!last) return;
    setUndoList(undoList.slice(0, -1));
    onAddress(addressOf(last.state));
  };
  const isStart = Object.keys(addressOf(whatIf)).length === 0;
  return { whatIf, change, undo, mayUndo: undoList.length > 0, reset: () => change(startingWhatIf, "reset"), isStart };
}
