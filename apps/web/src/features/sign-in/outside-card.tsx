import "./sign-in.css";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "../../messages/index.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { Fibrils } from "./fibrils.tsx";

interface Card {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A page for somebody who is not signed in: one card, one thing to do. */
export function OutsideCard({ title, text, children }: Card) {
  return (
    <main className="fb-sign-in">
      <div className="fb-sign-in-card">
        <Text className="fb-sign-in-brand">{messages.shell.product}</Text>
        <PageTitle tab={title} size="h2" mt={24} mb={8}>
          {title}
        </PageTitle>
        {text && (
          <Text c="dimmed" mb={20}>
            {text}
          </Text>
        )}
        {children}
      </div>
      <Fibrils />
    </main>
  );
}
