import { messages } from "../messages/index.ts";

export function SkipLink() {
  return (
    <a className="fb-skip" href="#content">
      {messages.shell.skipToContent}
    </a>
  );
}
