import { createContext, useContext } from "react";
import type { Desk } from "../../workers/client.ts";
import { present } from "../core/base/invariant.ts";

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that the page works at. */
export function useDesk(): Desk {
  return present(useContext(DeskContext), "a component stands inside the page");
}
