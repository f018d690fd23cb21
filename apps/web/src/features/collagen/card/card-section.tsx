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

interface Words {
  readonly title: string;
  readonly words: readonly string[];
  /** Of its heading: 2 on its own, 3 within a section. */
  readonly order?: 2 | 3;
}

export function WordList({ title, words, order = 2 }: Words) {
  return (
    <div className="fb-card">
      <Title order={order} size="h3" mb={8}>
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
