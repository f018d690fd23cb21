import { Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface Section {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

export function CardSection({ title, lead, children }: Section) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="fb-model-section">
      <Title order={2} id={id}>
        {title}
      </Title>
      {lead && <Text c="dimmed">{lead}</Text>}
      {children}
    </section>
  );
}

export function WordList({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <div className="fb-card">
      <Title order={3} mb={8}>
        {title}
      </Title>
      <ul className="fb-model-list">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
