import { Button, Input, Modal, Select } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import { formatNumber } from "../../../i18n/numbers.ts";
import { withDensity } from "../../../io/export/png-density.ts";
import type { MapContent } from "../../../map/columns.ts";
import type { Bounds } from "../../../map/framing.ts";
import { mapPicture } from "../../../map/picture.ts";
import type { MapPicture } from "../../../map/read-picture.ts";
import { saveFile } from "../../../platform/browser/files.ts";
import { Field } from "../../../ui/fields/Field.tsx";
import type { Shade } from "../../../ui/frame/Legend.tsx";
import { PALETTES } from "../../../ui/look/palette.ts";
import { CHINESE_FONTS } from "../../../ui/look/theme.ts";
import { canvasMeasure, drawPicture } from "../../../ui/map-tools/picture/draw.ts";
import { mapBox, type PictureWords, pictureMarks } from "../../../ui/map-tools/picture/layout.ts";
import { PAGES, type PageName } from "../../../ui/map-tools/picture/pages.ts";
import { useWords } from "../../../ui/words.ts";
import { pictureLegend, pictureSubtitle, pictureTitle } from "../../derived/picture-words.ts";
import { unitPaint } from "../../derived/unit-paint.ts";
import { zonePaint } from "../../derived/zone-paint.ts";
import { useDocument } from "../../state/document.ts";
import { useListedZones } from "../../state/listed-zones.ts";
import { useParameters } from "../../state/parameters.ts";
import { useSession } from "../../state/session.ts";

interface Props {
  readonly view: ProjectView;
  readonly results: AnalysisView;
  readonly shade: Shade;
  /** As on the screen. */
  readonly shown: MapContent;
  readonly bounds: Bounds;
  readonly onClose: () => void;
}

const PALETTE = PALETTES.light;
const measure = canvasMeasure();

/** The map as it is in view, as a picture that says what it is; old numbers are not put into pictures. */
export function PictureDialog(props: Props) {
  const { view, results, shade, onClose } = props;
  const { t } = useWords();
  const stale = useDocument((document) => document.stale);
  const subject = useSession((session) => session.subject);
  const [name, setName] = useState<PageName>("a4Landscape");
  const [title, setTitle] = useState(() => pictureTitle(view.name, { shade, subject }, t));
  const [approval, setApproval] = useState("");
  const [saving, setSaving] = useState<"not" | "now" | "failed">("not");
  const content = useContent(props);
  const page = PAGES[name];
  const drawn = useDrawing(content, props.bounds, name);
  const words = useSmallPrint(props, content);
  const written: PictureWords = {
    ...words,
    title,
    approval: approval.trim()
      ? t("map.picture.approved", { number: approval.trim() })
      : t("map.picture.internal"),
  };

  useEffect(() => {
    if (stale) onClose();
  }, [stale, onClose]);

  const save = async () => {
    setSaving("now");
    try {
      const picture = await draw(content, props.bounds, name, page.pixelRatio);
      const canvas = document.createElement("canvas");
      compose(canvas, picture, name, written);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
      if (!blob) return setSaving("failed");
      const bytes = withDensity(new Uint8Array(await blob.arrayBuffer()), page.dotsPerInch);
      const file = title.replace(/[\\/:*?"<>|\s]+/g, " ").trim() || t("map.picture.title");
      saveFile(t("map.picture.file", { title: file }), bytes);
      onClose();
    } catch {
      setSaving("failed");
    }
  };

  return (
    <Modal
      open
      centered
      width={960}
      title={t("map.picture.title")}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          loading={saving === "now"}
          disabled={!drawn || results.key === undefined}
          onClick={() => void save()}
        >
          {t("map.picture.save")}
        </Button>
      }
    >
      <div className="picture">
        <Preview drawn={drawn} name={name} words={written} />
        <div className="picture-fields">
          <Field label={t("map.picture.heading")}>
            {(id) => <Input id={id} value={title} onChange={(event) => setTitle(event.target.value)} />}
          </Field>
          <Field label={t("map.picture.size")}>
            {(id) => (
              <Select
                id={id}
                value={name}
                onChange={setName}
                options={Object.keys(PAGES).map((value) => ({
                  value: value as PageName,
                  label: t(`map.picture.sizes.${value as PageName}`),
                }))}
              />
            )}
          </Field>
          <Field label={t("map.picture.approval")} help={t("map.picture.approvalHelp")}>
            {(id, said) => (
              <Input
                id={id}
                value={approval}
                aria-describedby={said}
                onChange={(event) => setApproval(event.target.value)}
              />
            )}
          </Field>
          {saving === "failed" && <p role="alert">{t("map.picture.failed")}</p>}
        </div>
      </div>
    </Modal>
  );
}

interface PreviewProps {
  readonly drawn: MapPicture | undefined;
  readonly name: PageName;
  readonly words: PictureWords;
}

function Preview({ drawn, name, words }: PreviewProps) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = PAGES[name];
  useEffect(() => {
    if (canvas.current && drawn) compose(canvas.current, drawn, name, words);
  });
  return (
    <div className="picture-preview" aria-busy={!drawn}>
      <canvas
        ref={canvas}
        style={{ aspectRatio: `${width} / ${height}` }}
        role="img"
        aria-label={t("map.picture.preview", { title: words.title })}
        hidden={!drawn}
      />
      {!drawn && <p role="status">{t("map.picture.drawing")}</p>}
    </div>
  );
}

/** The map in the light of paper, whatever the screen is in. */
function useContent({ view, results, shade, shown }: Props): MapContent {
  const { t, gist } = useWords();
  const subject = useSession((session) => session.subject);
  const { kept } = useListedZones(view.zones);
  return useMemo(
    () => ({
      ...shown,
      colours: PALETTE,
      focus: { ...shown.focus, hoverZone: undefined, hoverUnit: undefined },
      paint: zonePaint(view.zones.ids.length, results, shade, subject, false, PALETTE, kept),
      unitPaint:
        shade === "streets"
          ? unitPaint(results, subject, false, PALETTE, (amount, unit) =>
              t("map.streetLack", { amount: gist(amount, unit) }),
            )
          : undefined,
    }),
    [view, results, shade, shown, subject, kept, t, gist],
  );
}

function useSmallPrint(
  { view, results, shade }: Props,
  content: MapContent,
): Omit<PictureWords, "title" | "approval"> {
  const { t } = useWords();
  const subject = useSession((session) => session.subject);
  const listed = useListedZones(view.zones).kept?.includes(0) ?? false;
  const { reach, detour } = useParameters();
  const walks = t(`screen.status.reach.${reach}`, { detour: formatNumber(detour) });
  const { basemap } = content;
  return {
    subtitle: pictureSubtitle({ shade, subject }, listed, t),
    reserves: [
      ...(view.origin === "demo" ? [t("screen.banner.demo")] : []),
      ...(reach === "straight" ? [walks] : []),
    ],
    legend: { title: t("map.legend"), entries: pictureLegend(shade, content, PALETTE, t) },
    small: [
      view.asOf ? t("screen.status.asOf", { date: view.asOf }) : t("screen.status.asOfUnknown"),
      ...(reach === "straight" ? [] : [walks]),
      t("screen.status.key", { key: results.key.slice(0, 8) }),
      ...(basemap?.credit ? [t("map.picture.basemap", { credit: basemap.credit })] : []),
      t("screen.product"),
    ],
    north: t("print.north"),
  };
}

/** The map of a page as coarse as a screen; nothing while it is being drawn. */
function useDrawing(content: MapContent, bounds: Bounds, name: PageName): MapPicture | undefined {
  const [drawn, setDrawn] = useState<{ of: PageName; picture: MapPicture }>();
  useEffect(() => {
    const gone = new AbortController();
    draw(content, bounds, name, 1, gone.signal).then(
      (picture) => setDrawn({ of: name, picture }),
      (error: unknown) => {
        if (!gone.signal.aborted) throw error;
      },
    );
    return () => gone.abort();
  }, [content, bounds, name]);
  return drawn?.of === name ? drawn.picture : undefined;
}

function draw(
  content: MapContent,
  bounds: Bounds,
  name: PageName,
  pixelRatio: number,
  signal = new AbortController().signal,
): Promise<MapPicture> {
  const { width, height } = mapBox(PAGES[name]);
  return mapPicture(content, {
    ...{ bounds, pixelRatio, font: CHINESE_FONTS, signal },
    ...{ width: Math.round(width), height: Math.round(height) },
  });
}

/** As fine as the map was drawn. */
function compose(canvas: HTMLCanvasElement, map: MapPicture, name: PageName, words: PictureWords): void {
  const page = PAGES[name];
  const box = mapBox(page);
  const pixelRatio = map.canvas.width / Math.round(box.width);
  canvas.width = Math.round(page.width * pixelRatio);
  canvas.height = Math.round(page.height * pixelRatio);
  drawPicture(
    canvas,
    { ...page, ground: PALETTE.raised },
    { drawing: map.canvas, box },
    pictureMarks(page, words, map.metresPerPixel, PALETTE, measure),
  );
}
