import { useWords } from "../words.ts";
import { CloseButton } from "./CloseButton.tsx";

export const FIRST_STEPS = ["street", "zone", "change"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

interface Props {
  readonly step: FirstStep;
  readonly onClose: () => void;
}

/** One line that shows a newcomer the way: what to do next, as long as it was never done. */
export function FirstSteps({ step, onClose }: Props) {
  const { t } = useWords();
  return (
    <section className="first-steps" aria-label={t("screen.firstSteps.title")}>
      <span className="first-steps-place" aria-hidden="true">
        {FIRST_STEPS.map((one) => (
          <i key={one} className={one === step ? "first-steps-now" : undefined} />
        ))}
      </span>
      <p role="status">{t(`screen.firstSteps.${step}`)}</p>
      <CloseButton small label={t("screen.firstSteps.close")} onClick={onClose} />
    </section>
  );
}
