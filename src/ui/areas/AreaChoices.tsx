import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import { Segments } from "../frame/Segments.tsx";
import { useWords } from "../words.ts";
import "./areas.css";

/** What can be listed of 片区: themselves, 瓶颈设施, or 富余设施. */
const LISTS = ["areas", "bottlenecks", "surplus"] as const;
export type AreaListed = (typeof LISTS)[number];

/** Whose 片区 are listed. */
export function SubjectChoice({
  subject,
  onSubject,
}: {
  readonly subject: CareSubject;
  readonly onSubject: (subject: CareSubject) => void;
}) {
  const { t } = useWords();
  return (
    <Segments<CareSubject>
      aria-label={t("tables.subject")}
      value={subject}
      onChange={onSubject}
      options={CARE_SUBJECTS.map((one) => ({ value: one, label: t(`judging.subject.${one}`) }))}
    />
  );
}

/** Which of them is listed. */
export function AreaListChoice({
  list,
  onList,
}: {
  readonly list: AreaListed;
  readonly onList: (list: AreaListed) => void;
}) {
  const { t } = useWords();
  return (
    <Segments<AreaListed>
      aria-label={t("areas.listed")}
      value={list}
      onChange={onList}
      options={LISTS.map((one) => ({ value: one, label: t(`areas.lists.${one}`) }))}
    />
  );
}

/** Where the screen is small: unfolds what is said of all of them together, which else stands there. */
export function SumsFold() {
  const { t } = useWords();
  const [isOpen, open] = useState(false);
  const label = t(isOpen ? "areas.hideSums" : "areas.showSums");
  return (
    <Button
      className="area-fold"
      type="text"
      size="small"
      icon={isOpen ? <UpOutlined /> : <DownOutlined />}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={() => open(!isOpen)}
    />
  );
}
