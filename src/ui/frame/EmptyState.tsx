import { Button } from "antd";
import { formatDay } from "../../i18n/dates.ts";
import { useWords } from "../words.ts";
import { CloseButton } from "./CloseButton.tsx";

interface Props {
  readonly cities: readonly { readonly id: string; readonly name: string }[];
  readonly onCity: (id: string) => void;
  readonly onChoose: () => void;
  /** Saves an empty table to fill in. */
  readonly onTemplate: () => void;
  readonly recent: readonly RecentEntry[];
  readonly onRecent: (name: string) => void;
  readonly onForget: (name: string) => void;
}

interface RecentEntry {
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The page without a project: what to drop, which columns, or a sketched city. */
export function EmptyState(props: Props) {
  const { cities, onCity, onChoose, onTemplate, recent, onRecent, onForget } = props;
  const { t, language } = useWords();
  return (
    <main className="empty" id="main">
      <svg className="empty-sketch" viewBox="0 0 200 120" aria-hidden="true">
        <path className="empty-water" d="M0 92c40-18 60 6 100-8s70-10 100-2v38H0Z" />
        <rect className="empty-zone" x="26" y="26" width="44" height="34" rx="3" />
        <rect className="empty-zone" x="86" y="14" width="36" height="46" rx="3" />
        <rect className="empty-zone" x="138" y="30" width="40" height="30" rx="3" />
        <circle className="empty-circle" cx="104" cy="44" r="40" />
        <rect className="empty-care" x="99" y="39" width="10" height="10" rx="1" />
      </svg>
      <h1>{t("screen.empty.title")}</h1>
      <p>{t("screen.empty.text")}</p>
      <div className="empty-ways">
        <Button type="primary" size="large" onClick={onChoose}>
          {t("screen.empty.choose")}
        </Button>
        <Button size="large" onClick={onTemplate}>
          {t("importing.template.save")}
        </Button>
      </div>
      {recent.length > 0 && (
        <section className="empty-recent" aria-label={t("screen.recent.title")}>
          <h2>{t("screen.recent.title")}</h2>
          <ul>
            {recent.map(({ name, at }) => (
              <li key={name}>
                <button type="button" className="link" onClick={() => onRecent(name)}>
                  {name}
                </button>
                <span className="remark">{formatDay(at, language)}</span>
                <CloseButton
                  small
                  label={t("screen.recent.forget", { name })}
                  onClick={() => onForget(name)}
                />
              </li>
            ))}
          </ul>
          <p className="remark">{t("screen.recent.where")}</p>
        </section>
      )}
      <dl>
        <dt>{t("screen.empty.columnsTitle")}</dt>
        <dd>{t("screen.empty.columnsZones")}</dd>
        <dd>{t("screen.empty.columnsFacilities")}</dd>
        <dd className="remark">{t("screen.empty.columnsAlso")}</dd>
      </dl>
      <p>{t("screen.empty.demo")}</p>
      <div className="empty-cities">
        {cities.map(({ id, name }) => (
          <Button key={id} onClick={() => onCity(id)}>
            {name}
          </Button>
        ))}
      </div>
    </main>
  );
}
