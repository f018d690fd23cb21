import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { PatientSearch } from "../features/patient/patient-search.tsx";
import { RegisterPatient } from "../features/patient/register-patient.tsx";
import { useMayRegister } from "../features/patient/use-may.ts";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function PatientsPage() {
  const { q = "" } = useSearch({ from: "/staff/patients" });
  const navigate = useNavigate();
  const [isRegistering, setIsRegistering] = useState(false);
  const mayRegister = useMayRegister();
  const type = (typed: string) =>
    void navigate({ to: "/patients", search: typed === "" ? {} : { q: typed }, replace: true });
  return (
    <>
      <PageHeader
        title={messages.patient.title}
        actions={
          mayRegister && (
            <Button h={44} onClick={() => setIsRegistering(true)}>
              {messages.patient.register}
            </Button>
          )
        }
      />
      <PatientSearch q={q} onType={type} />
      <RegisterPatient isOpen={isRegistering} onClose={() => setIsRegistering(false)} />
    </>
  );
}
