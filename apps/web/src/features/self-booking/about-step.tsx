import type { BookingClinicView } from "@fibril/contract";
import { Button, Radio, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";

const text = messages.selfBooking.about;

interface About {
  readonly clinic: BookingClinicView;
  readonly siteId: string;
  readonly onSite: (siteId: string) => void;
  readonly onNext: () => void;
}

/** What it is about, and where. No question about health is asked anywhere in these screens. */
export function AboutStep({ clinic, siteId, onSite, onNext }: About) {
  return (
    <Stack gap={20}>
      <Text>{text.what(clinic.consultationMinutes)}</Text>
      <Text>{text.steps(clinic.holdMinutes)}</Text>
      <Text c="dimmed">{text.health}</Text>
      {clinic.sites.length > 1 && (
        <Radio.Group label={text.where} value={siteId} onChange={onSite}>
          <Stack gap={8} mt={8}>
            {clinic.sites.map(({ id, name, address }) => (
              <Radio.Card key={id} value={id} className="fb-book-site">
                <Radio.Indicator />
                <span>
                  <strong>{name}</strong>
                  <br />
                  {address}
                </span>
              </Radio.Card>
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Button size="lg" onClick={onNext}>
        {text.act}
      </Button>
      <Text>
        {text.signedIn}
        <br />
        <Link to="/sign-in" search={{ from: "/my/consultation" }}>
          {text.signIn}
        </Link>
      </Text>
    </Stack>
  );
}
