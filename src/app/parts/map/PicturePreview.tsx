import { useEffect, useRef, useState } from "react";
import type { MapContent } from "../../../map/columns.ts";
import type { Bounds } from "../../../map/framing.ts";
import type { MapPicture } from "../../../map/read-picture.ts";
import type { PictureWords } from "../../../ui/map-tools/picture/layout.ts";
import { PAGES, type PageName } from "../../../ui/map-tools/picture/pages.ts";
import { useWords } from "../../../ui/words.ts";
import { compose, drawMap } from "./make-picture.ts";

interface Props {
  readonly content: MapContent;
  readonly bounds: Bounds;
  readonly name: PageName;
  readonly words: PictureWords;
}

const PIXEL_RATIO = 1;

/** The page as it will be, as coarse as the screen. The map is drawn anew for another page, not for another word. */
export function PicturePreview({ content, bounds, name, words }: Props) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [made, setMade] = useState<{ readonly of: PageName; readonly map: MapPicture | "failed" }>();
  const { width, height } = PAGES[name];
  const map = made?.of === name ? made.map : undefined;
  const there = map !== undefined && map !== "failed";

  useEffect(() => {
    const gone = new AbortController();
    const make = (map: MapPicture | "failed") => gone.signal.aborted || setMade({ of: name, map });
    drawMap(content, bounds, name, PIXEL_RATIO, gone.signal).then(make, () => make("failed"));
    return () => gone.abort();
  }, [content, bounds, name]);

  useEffect(() => {
    if (canvas.current && there) compose(canvas.current, map, name, PIXEL_RATIO, words);
  }, [there, map, name, words]);

  return (
    <div className="picture-preview" aria-busy={map === undefined}>
      <canvas
        ref={canvas}
        style={{ aspectRatio: `${width} / ${height}` }}
        role="img"
        aria-label={t("map.picture.preview", { title: words.title })}
        hidden={!there}
      />
      {map === undefined && <p role="status">{t("map.picture.drawing")}</p>}
      {map === "failed" && <p role="alert">{t("map.picture.failed")}</p>}
    </div>
  );
}
