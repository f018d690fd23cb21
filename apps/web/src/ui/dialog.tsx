import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface DialogOf {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Mantine's modal with a plain heading row: its own `header` would be a second banner of the page. */
export function Dialog({ isOpen, title, onClose, children }: DialogOf) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="fb-dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
