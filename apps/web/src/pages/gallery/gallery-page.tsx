import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import "../../app/shell.css";
import { ColourSchemeSwitch } from "../../app/colour-scheme-switch.tsx";
import { messages } from "../../messages/index.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { CalendarSamples } from "./calendar-samples.tsx";
import { FaceSamples } from "./face-samples.tsx";
import { FormSamples } from "./form-samples.tsx";
import "./gallery.css";
import { PhotoSamples } from "./photo-samples.tsx";
import { StateSamples } from "./state-samples.tsx";
import { TimelineSamples } from "./timeline-samples.tsx";
import { WordSamples } from "./word-samples.tsx";

export function GalleryPage() {
  return (
    <main className="fb-main fb-gallery" id="content">
      <PageHeader title={messages.gallery.title} lead={messages.gallery.lead} actions={<ColourSchemeSwitch />} />
      <Sample title="Pathway, verdicts, sources">
        <WordSamples />
      </Sample>
      <Sample title="Face map and depth">
        <FaceSamples />
      </Sample>
      <Sample title="Course timeline">
        <TimelineSamples />
      </Sample>
      <Sample title="Photographs">
        <PhotoSamples />
      </Sample>
      <Sample title="Calendar">
        <CalendarSamples />
      </Sample>
      <Sample title="Forms">
        <FormSamples />
      </Sample>
      <Sample title="States and figures">
        <StateSamples />
      </Sample>
    </main>
  );
}

function Sample({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb={16}>
        {title}
      </Title>
      <div className="fb-card">{children}</div>
    </section>
  );
}
