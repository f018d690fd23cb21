import "./resources.css";
import type { OutOfPlaceView, ResourceSetUpView, ResourcesView } from "@fibril/contract";
import { SegmentedControl, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AddPeople, AddSiteButton, AddThingButton } from "./add-things.tsx";
import { PersonCard } from "./person-card.tsx";
import { type ResourcesPart, readResourcesPart, resourcesParts } from "./resources-part.ts";
import { ServiceCard } from "./service-card.tsx";
import { SiteCard } from "./site-card.tsx";
import { ThingCard } from "./thing-card.tsx";
import { TouchedVisits } from "./touched-visits.tsx";
import { resourcesQuery, TouchedContext } from "./use-resources.ts";

const { resources } = messages;

interface Screen {
  readonly part: ResourcesPart;
  readonly onPart: (part: ResourcesPart) => void;
}

/** Who, where, with what and when: everything that the calendar is made of, and the visits that no longer fit it. */
export function ResourcesScreen({ part, onPart }: Screen) {
  const set = useQuery(resourcesQuery);
  const [touched, setTouched] = useState<readonly OutOfPlaceView[]>([]);
  if (set.isError) return <LoadFailed what={resources.what} fault={set.error} retry={() => void set.refetch()} />;
  if (!set.data) return <Loading />;
  const others = set.data.outOfPlace.filter(({ visit }) => !touched.some((one) => one.visit.id === visit.id));
  return (
    <TouchedContext value={setTouched}>
      <Stack gap={16}>
        <div aria-live="polite">
          <TouchedVisits title={resources.touched(touched.length)} visits={touched} />
        </div>
        <TouchedVisits title={resources.out(others.length)} visits={others} />
        <div className="fb-parts-scroll">
          <SegmentedControl
            aria-label={resources.part}
            value={part}
            data={resourcesParts.map((value) => ({ value, label: resources.parts[value] }))}
            onChange={(value) => onPart(readResourcesPart({ part: value }).part ?? "people")}
          />
        </div>
        <PartOf part={part} set={set.data} />
      </Stack>
    </TouchedContext>
  );
}

function PartOf({ part, set }: { readonly part: ResourcesPart; readonly set: ResourcesView }) {
  const { today } = useClinicClock();
  const { sites } = set;
  const of = (kind: "practitioner" | "room" | "device") => set.resources.filter((one) => one.kind === kind);
  switch (part) {
    case "people":
      return (
        <>
          <AddPeople unlisted={set.unlisted} />
          {of("practitioner").length === 0 && set.unlisted.length === 0 && (
            <EmptyState title={resources.nobodyTitle} text={resources.nobodyText}>
              <Link to="/staff">{resources.nobodyAct}</Link>
            </EmptyState>
          )}
          {of("practitioner").map((person) => (
            <PersonCard key={person.id} person={person} set={set} today={today} />
          ))}
        </>
      );
    case "rooms":
    case "devices": {
      const kind = part === "rooms" ? "room" : "device";
      return (
        <>
          <AddThingButton kind={kind} set={set} />
          {of(kind).length === 0 && (
            <EmptyState title={resources.noneOf[part].title} text={resources.noneOf[part].text} />
          )}
          {lastEnded(of(kind), today).map((thing) => (
            <ThingCard key={thing.id} thing={thing} set={set} today={today} />
          ))}
        </>
      );
    }
    case "sites":
      return (
        <>
          <AddSiteButton />
          {sites.map((site) => (
            <SiteCard key={site.id} site={site} />
          ))}
        </>
      );
    case "services":
      return set.services.map((service) => <ServiceCard key={service.id} service={service} />);
    default:
      return part satisfies never;
  }
}

/** What is not in use any more stands after what is. */
function lastEnded(things: readonly ResourceSetUpView[], today: string): readonly ResourceSetUpView[] {
  const hasEnded = ({ endedOn }: ResourceSetUpView) => endedOn !== null && endedOn < today;
  return [...things.filter((thing) => !hasEnded(thing)), ...things.filter(hasEnded)];
}
