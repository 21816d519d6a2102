import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { DemoCityId } from "../../workers/protocol.ts";
import { present } from "../core/base/invariant.ts";
import { catalogue } from "../i18n/catalogue.ts";
import { DEMO_CITIES } from "../io/demo/shipped.ts";
import { addressMember } from "../platform/browser/address.ts";
import { remembered } from "../platform/browser/preferences.ts";
import { App } from "./App.tsx";
import { OWN } from "./commands/load.ts";
import { openCity, refuseCity } from "./commands/open.ts";
import { DeskContext } from "./desk-context.ts";
import { keepJournal, readLeft } from "./state/journal.ts";
import { claimOpenProject } from "./state/lock.ts";
import { readRecent } from "./state/recent.ts";
import { useSession } from "./state/session.ts";
import { keepViewInAddress, viewInAddress } from "./state/view-in-address.ts";
import { workerDesk } from "./worker-desk.ts";

const language = addressMember("lang") ?? remembered("language");
if (language === "en") void catalogue.changeLanguage("en");
const scheme = addressMember("scheme") ?? remembered("scheme");
if (scheme === "light" || scheme === "dark") useSession.setState({ scheme });

const desk = workerDesk();
createRoot(present(document.getElementById("page"), "the page has a root")).render(
  <StrictMode>
    <I18nextProvider i18n={catalogue}>
      <DeskContext value={desk}>
        <App />
      </DeskContext>
    </I18nextProvider>
  </StrictMode>,
);

claimOpenProject();
keepJournal(desk);
void readRecent();
void readLeft();

const asked = addressMember("city") ?? DEMO_CITIES[0];
const view = viewInAddress();
if ((DEMO_CITIES as readonly string[]).includes(asked)) {
  void openCity(desk, asked as DemoCityId).then(() => {
    useSession.setState(view);
    keepViewInAddress();
  });
} else {
  if (asked !== OWN) refuseCity(asked);
  keepViewInAddress();
}
