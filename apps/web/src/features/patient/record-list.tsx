import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { messages } from "../../messages/index.ts";

interface RecordList<Row extends { readonly id: string }> {
  readonly title: string;
  readonly none: string;
  readonly addLabel: string;
  readonly rows: readonly Row[];
  readonly nameOf: (row: Row) => string;
  readonly detailOf: (row: Row) => string;
  readonly mayChange: boolean;
  readonly editor: (row: Row | null, close: () => void) => ReactNode;
}

/** Rows that are added and changed where they stand; none of them is ever deleted. */
export function RecordList<Row extends { readonly id: string }>(list: RecordList<Row>) {
  const { title, none, addLabel, rows, nameOf, detailOf, mayChange, editor } = list;
  const [openId, setOpenId] = useState<string | null>(null);
  const close = () => setOpenId(null);
  return (
    <Stack gap={12} component="section" aria-label={title} maw={720}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {rows.length === 0 && <Text c="dimmed">{none}</Text>}
      {rows.map((row) =>
        openId === row.id ? (
          <div key={row.id}>{editor(row, close)}</div>
        ) : (
          <Group key={row.id} justify="space-between" wrap="nowrap" className="fb-record-row">
            <div>
              <Text fw={550}>{nameOf(row)}</Text>
              <Text size="sm" c="dimmed">
                {detailOf(row)}
              </Text>
            </div>
            {mayChange && (
              <Button variant="subtle" h={44} onClick={() => setOpenId(row.id)}>
                {messages.patient.change}
              </Button>
            )}
          </Group>
        ),
      )}
      {openId === "new" && editor(null, close)}
      {mayChange && openId !== "new" && (
        <Group>
          <Button variant="default" h={44} onClick={() => setOpenId("new")}>
            {addLabel}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
