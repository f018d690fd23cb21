import "./data-table.css";
import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { messages } from "../messages/index.ts";

export interface TableColumn<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures line up at the end. */
  readonly isNumber?: boolean;
}

interface DataTableOf<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** What the row is called aloud. */
  readonly rowName: (row: Row) => string;
  /** What a row shows when it is opened. */
  readonly details?: (row: Row) => ReactNode;
  /** It scrolls sideways on a narrow screen and holds nothing to press, so that it takes the focus itself. */
  readonly isWide?: boolean;
}

export function DataTable<Row>({ caption, columns, rows, rowId, rowName, details, isWide }: DataTableOf<Row>) {
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <section className="fb-table-scroll" aria-label={caption} {...(isWide ? { tabIndex: 0 } : {})}>
      <table className="fb-table">
        <caption className="fb-hidden">{caption}</caption>
        <thead>
          <tr>
            {details && (
              <th scope="col">
                <span className="fb-hidden">{messages.ui.rowOpen}</span>
              </th>
            )}
            {columns.map(({ id, head, isNumber }) => (
              <th key={id} scope="col" data-number={isNumber}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => {
          const id = rowId(row);
          const isOpen = openId === id;
          return (
            <tbody key={id}>
              <tr data-open={isOpen}>
                {details && (
                  <td className="fb-table-opener">
                    <button
                      type="button"
                      aria-expanded={isOpen}
                      aria-label={messages.ui.rowDetails(rowName(row))}
                      onClick={() => setOpenId(isOpen ? null : id)}
                    >
                      <IconChevronRight size={18} stroke={1.8} />
                    </button>
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.id} data-number={column.isNumber}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
              {details && isOpen && (
                <tr>
                  <td colSpan={columns.length + 1}>{details(row)}</td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}
