import { Button, Input, Modal, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { saveFile } from "../../../platform/browser/files.ts";
import { Field } from "../../../ui/fields/Field.tsx";
import type { PictureWords } from "../../../ui/map-tools/picture/layout.ts";
import { PAGE_NAMES, type PageName } from "../../../ui/map-tools/picture/pages.ts";
import { useWords } from "../../../ui/words.ts";
import { pictureTitle } from "../../derived/picture-words.ts";
import { useDocument } from "../../state/document.ts";
import { useSession } from "../../state/session.ts";
import { drawingFile, pictureFile } from "./make-picture.ts";
import { PicturePreview } from "./PicturePreview.tsx";
import { type Pictured, useContent, useGivenWords } from "./picture-content.ts";
import "./map-tools.css";

interface Props {
  readonly of: Pictured;
  readonly onClosed: () => void;
}

/** The map as it is in view, as a picture that says what it is. Old numbers are not put into pictures. */
export function PictureDialog({ of, onClosed }: Props) {
  const { t } = useWords();
  const old = useDocument(({ stale, results }) => stale || results !== of.results);
  const subject = useSession((session) => session.subject);
  const [open, setOpen] = useState(true);
  const [name, setName] = useState<PageName>("a4Landscape");
  const [title, setTitle] = useState(() => pictureTitle(of.view.name, { by: of.by, subject }, t));
  const [approval, setApproval] = useState("");
  const [saving, setSaving] = useState<"no" | "yes" | "failed">("no");
  const working = useRef(new AbortController());
  const content = useContent(of);
  const given = useGivenWords(of, content);
  const number = approval.trim();
  const words: PictureWords = {
    ...given,
    title,
    approval: number ? t("map.picture.approved", { number }) : t("map.picture.internal"),
  };

  useEffect(() => {
    if (old) setOpen(false);
  }, [old]);
  useEffect(() => {
    if (!open) working.current.abort();
  }, [open]);

  const save = async (as: "png" | "svg") => {
    working.current = new AbortController();
    const { signal } = working.current;
    setSaving("yes");
    try {
      const bytes =
        as === "svg"
          ? drawingFile(content, of.bounds, name, words)
          : await pictureFile(content, of.bounds, name, words, signal);
      saveFile(`${fileName(title) || t("map.picture.title")}.${as}`, bytes);
      setOpen(false);
    } catch {
      if (!signal.aborted) setSaving("failed");
    }
  };

  return (
    <Modal
      open={open}
      centered
      width={960}
      title={t("map.picture.title")}
      onCancel={() => setOpen(false)}
      afterClose={onClosed}
      footer={
        <>
          <Button
            disabled={saving === "yes"}
            title={t("map.picture.svgHelp")}
            onClick={() => void save("svg")}
          >
            {t("map.picture.saveSvg")}
          </Button>
          <Button type="primary" loading={saving === "yes"} onClick={() => void save("png")}>
            {t("map.picture.save")}
          </Button>
        </>
      }
    >
      <div className="picture">
        <PicturePreview content={content} bounds={of.bounds} name={name} words={words} />
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
                options={PAGE_NAMES.map((value) => ({ value, label: t(`map.picture.sizes.${value}`) }))}
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

/** Without what no file system takes. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, " ").trim();
}
