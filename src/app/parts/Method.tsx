import { MethodDialog } from "../../ui/method/MethodDialog.tsx";
import type { MethodPart } from "../../ui/method/method-facts.ts";
import { useMethod } from "../state/method.ts";
import { useReturn } from "../state/return.ts";
import { useSession } from "../state/session.ts";

/** The page of the method, wired to the open document. */
export function Method({ at }: { readonly at: MethodPart | undefined }) {
  const facts = useMethod();
  useReturn();
  return (
    <MethodDialog
      of={facts}
      at={at}
      onPrint={() => useSession.setState({ printing: { kind: "method" } })}
      onClose={() => useSession.setState({ method: undefined })}
    />
  );
}
