import { messages } from "../../messages/index.ts";
import { PageHeader } from "../../ui/page-header.tsx";

export function GalleryPage() {
  return (
    <main className="fb-main" id="content">
      <PageHeader title={messages.gallery.title} lead={messages.gallery.lead} />
    </main>
  );
}
