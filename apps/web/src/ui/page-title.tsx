import { Title, type TitleProps } from "@mantine/core";
import { type ReactNode, type Ref, useEffect } from "react";
import { messages } from "../messages/index.ts";

interface PageTitleProps extends TitleProps {
  readonly children: ReactNode;
  /** What the browser's tab says: never a patient's name, because a browser keeps titles in its history. */
  readonly tab: string;
  readonly ref?: Ref<HTMLHeadingElement>;
}

/** The heading of a page, which names the browser's tab too. */
export function PageTitle({ tab, children, ...rest }: PageTitleProps) {
  useEffect(() => {
    document.title = messages.shell.tabTitle(tab);
  }, [tab]);
  return (
    <Title order={1} {...rest}>
      {children}
    </Title>
  );
}
