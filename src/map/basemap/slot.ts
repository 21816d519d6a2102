import type { ErrorEvent, MapSourceDataEvent, Map as Sheet } from "maplibre-gl";
import type { MapColours } from "../columns.ts";
import { settled } from "../settled.ts";
import { OVER_BASEMAP } from "../style.ts";
import type { BasemapLayers } from "./layers.ts";
import type { BasemapSource } from "./source.ts";

/**
 * How the basemap is doing. `unreachable`: nobody answers; `refused`: the server does not give tiles to whoever asks
 * so; `failed`: it answers with an error; `unreadable`: what it sends is no tile; `nothing`: it has none of this place.
 */
export type BasemapState = { readonly kind: "blank" | "asked" | "shown" } | BasemapInTrouble;
export interface BasemapInTrouble {
  readonly kind: "trouble";
  readonly trouble: "unreachable" | "refused" | "failed" | "unreadable" | "nothing";
}

export interface BasemapSlot {
  /** Lays a basemap in place of the one before; `undefined`: blank ground. Settles once its layers are there. */
  set(source: BasemapSource | undefined, colours: MapColours): Promise<void>;
}

/** The place of the basemap on a loaded sheet, under everything else. Until one is set, nothing of it is loaded. */
export function basemapSlot(sheet: Sheet, tell: (state: BasemapState) => void): BasemapSlot {
  let turn = 0;
  let away: (() => void) | undefined;
  return {
    async set(source, colours) {
      const mine = ++turn;
      away?.();
      away = undefined;
      tell({ kind: source ? "asked" : "blank" });
      if (!source) return;
      try {
        const { basemapLayers } = await import("./layers.ts");
        const made = await basemapLayers(source, colours);
        if (mine === turn) away = lay(sheet, made, tell);
      } catch (error) {
        if (mine === turn) tell(troubleOf(error));
      }
    },
  };
}

/** Returns how to take it away. */
function lay(sheet: Sheet, made: BasemapLayers, tell: (state: BasemapState) => void): () => void {
  const sources = Object.keys(made.sources);
  for (const [id, source] of Object.entries(made.sources)) sheet.addSource(id, source);
  for (const layer of made.layers) sheet.addLayer(layer, OVER_BASEMAP);
  const deafen = listen(sheet, sources, tell);
  return () => {
    deafen();
    for (const { id } of made.layers) sheet.removeLayer(id);
    for (const id of sources) sheet.removeSource(id);
  };
}

/** Tells of the first tile, and of trouble before it or once many tiles in a row have failed. */
function listen(sheet: Sheet, sources: readonly string[], tell: (state: BasemapState) => void): () => void {
  let kind: BasemapState["kind"] = "asked";
  let failures = 0;
  const become = (next: BasemapState) => {
    if (next.kind === kind) return;
    kind = next.kind;
    tell(next);
  };
  const onData = (event: MapSourceDataEvent) => {
    if (!sources.includes(event.sourceId) || event.tile?.state !== "loaded") return;
    failures = 0;
    become({ kind: "shown" });
  };
  const onError = (event: ErrorEvent & { readonly sourceId?: string }) => {
    if (!sources.includes(event.sourceId ?? "")) return console.error(event.error);
    failures++;
    if (kind === "asked" || failures > PATIENCE) become(troubleOf(event.error));
  };
  sheet.on("sourcedata", onData);
  sheet.on("error", onError);
  let deaf = false;
  // A tile that is not there is no error to the drawing library.
  void settled(sheet).then(() => {
    if (!deaf && kind === "asked") become({ kind: "trouble", trouble: "nothing" });
  });
  return () => {
    deaf = true;
    sheet.off("sourcedata", onData);
    sheet.off("error", onError);
  };
}

/** Tiles that may fail one after the other before somebody is told. */
const PATIENCE = 8;

/** Errors of a request carry what the server answered; 0 where nobody did. */
function troubleOf(error: unknown): BasemapInTrouble {
  const status: unknown = typeof error === "object" && error ? Reflect.get(error, "status") : undefined;
  const trouble = () => {
    if (status === 0 || error instanceof TypeError) return "unreachable";
    if (typeof status !== "number") return "unreadable";
    if (status === 404) return "nothing";
    return REFUSALS.has(status) ? "refused" : "failed";
  };
  return { kind: "trouble", trouble: trouble() };
}

/** 418 is how 天地图 answers a wrong key. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 418, 429]);
