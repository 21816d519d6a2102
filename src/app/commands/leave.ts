import { isUnsaved, useDocument } from "../state/document.ts";
import { useSession } from "../state/session.ts";

/** Goes on to what replaces the open document; asks first where something would be lost. */
export function leave(goOn: () => void): void {
  if (isUnsaved(useDocument.getState())) useSession.setState({ leaving: { goOn } });
  else goOn();
}
