import type { SourceView } from "@fibril/contract";
import { Stack, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";

const text = messages.evidence;

const columns: readonly TableColumn<SourceView>[] = [
  { id: "id", head: text.source.columns.id, cell: ({ id }) => id },
  {
    id: "title",
    head: text.source.columns.title,
    cell: ({ title, year }) => (year === null ? title : `${title} (${year})`),
  },
  { id: "tier", head: text.source.columns.tier, cell: ({ tier }) => text.tiers[tier] },
  { id: "use", head: text.source.columns.use, cell: ({ usedBy }) => text.source.usedBy(usedBy.length) },
];

/** The register: what each work is, where it is, what was seen of it, and every statement that cites it. */
export function SourceList({
  sources,
  caption,
}: {
  readonly sources: readonly SourceView[];
  readonly caption: string;
}) {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={sources}
      rowId={({ id }) => id}
      rowName={({ id }) => text.source.name(id)}
      details={(source) => <Details source={source} />}
    />
  );
}

function Details({ source: { identifier, seen, usedBy } }: { readonly source: SourceView }) {
  return (
    <Stack gap={4}>
      <Text>{identifier}</Text>
      <Text c="dimmed">{text.source.seen(seen)}</Text>
      {usedBy.length > 0 && (
        <>
          <Text size="sm">{text.source.list}</Text>
          <ul className="fb-positions">
            {usedBy.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
