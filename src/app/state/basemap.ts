import { useMemo } from "react";
import { create } from "zustand";
import { type BasemapSetting, settingFromText, settingToText } from "../../map/basemap/setting.ts";
import type { BasemapState } from "../../map/basemap/slot.ts";
import { type BasemapSource, sourceOf } from "../../map/basemap/source.ts";
import { remember, remembered } from "../../platform/browser/preferences.ts";

/** What lies under the data: of the browser and never of the document. */
interface Basemap {
  readonly setting: BasemapSetting;
  readonly state: BasemapState;
}

const NAME = "basemap";

export const useBasemap = create<Basemap>(() => ({
  setting: settingFromText(remembered(NAME)),
  state: { kind: "blank" },
}));

export function setBasemap(setting: BasemapSetting): void {
  remember(NAME, settingToText(setting));
  useBasemap.setState({ setting });
}

export function blankBasemap(): void {
  setBasemap({ ...useBasemap.getState().setting, kind: "blank" });
}

/** What is asked for and drawn; nothing where the setting is blank, or was spoiled where it is kept. */
export function useBasemapSource(): BasemapSource | undefined {
  const setting = useBasemap((basemap) => basemap.setting);
  return useMemo(() => {
    const source = sourceOf(setting);
    return typeof source === "string" ? undefined : source;
  }, [setting]);
}
