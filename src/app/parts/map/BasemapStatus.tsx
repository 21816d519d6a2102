import { Button } from "antd";
import { useWords } from "../../../ui/words.ts";
import { blankBasemap, useBasemap, useBasemapSource } from "../../state/basemap.ts";

/** Who made the ground that is shown, or why none is. */
export function BasemapStatus() {
  const { t } = useWords();
  const source = useBasemapSource();
  const state = useBasemap((basemap) => basemap.state);
  switch (state.kind) {
    case "blank":
      return null;
    case "asked":
      return (
        <p className="map-credit" role="status">
          {t("map.basemap.asked")}
        </p>
      );
    case "shown":
      return source?.credit ? <p className="map-credit">{source.credit}</p> : null;
    case "trouble":
      return (
        <div className="map-trouble" role="alert">
          {t(`map.basemap.troubles.${state.trouble}`)}
          <Button size="small" onClick={blankBasemap}>
            {t("map.basemap.blank")}
          </Button>
        </div>
      );
  }
}
