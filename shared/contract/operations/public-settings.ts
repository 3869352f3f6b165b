import { publicSettings } from "../public-settings.ts";
import { json } from "./content.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const publicSettingsFeature: Feature = {
  name: "public-settings",
  title: "Public settings",
  about: "What forms have to say before anybody is signed in.",
  shapes: {
    PublicSettings: answered(
      publicSettings,
      "What the settings of the service say to everybody. An address is missing where none is set.",
      {
        passwordMinimum: "The fewest code points of a password.",
        deletionDays: "For how many days a deleted account can be brought back; 0 where it is deleted immediately.",
        termsUrl: "The terms that a new account is subject to.",
        privacyUrl: "The privacy policy.",
        extensionUrl: "Where the browser extension is installed from.",
        extensionIds: "The ids of the extensions that may call this service.",
      },
      { passwordMinimum: 8, deletionDays: 7, termsUrl: "https://example.com/terms", extensionIds: [] },
    ),
  },
  operations: [
    {
      method: "get",
      path: "/v1/public-settings",
      id: "readPublicSettings",
      summary: "Get the public settings",
      description:
        "The same for everybody, and may be kept for five minutes. `GET /v1/account` has them as `settings`.",
      caller: "anyone",
      answers: { 200: { says: "The settings.", content: json(publicSettings) } },
    },
  ],
};
