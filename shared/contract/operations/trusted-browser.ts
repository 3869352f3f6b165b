import { deviceList, rememberedDevice, renameDeviceBody } from "../trusted-browser.ts";
import { json } from "./content.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const trustedBrowserFeature: Feature = {
  name: "trusted-browser",
  title: "Remembered browsers",
  about: "Browsers that skip the second step. To forget one takes no step-up: it only makes safer.",
  shapes: {
    RememberedDevice: answered(rememberedDevice, "A browser that skips the second step.", {
      browser: "In words, as `Firefox`; null where it is not known.",
      system: "In words, as `Linux`; null where it is not known.",
      place: "Roughly, by the network address.",
      current: "Whether it is the browser that asks.",
    }),
  },
  operations: [
    {
      method: "get",
      path: "/v1/account/devices",
      id: "listDevices",
      summary: "List remembered browsers",
      caller: "session",
      headers: ["Latchkey-Device"],
      answers: { 200: { says: "The browsers, the one used last first.", content: json(deviceList) } },
    },
    {
      method: "patch",
      path: "/v1/account/devices/{id}",
      id: "renameDevice",
      summary: "Rename a remembered browser",
      caller: "session",
      headers: ["Latchkey-Device"],
      params: { id: "The browser's id in the list." },
      body: json(renameDeviceBody, { example: { name: "Laptop at work" } }),
      answers: { 200: { says: "The browser, with the new name.", content: json(rememberedDevice) } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/account/devices/{id}",
      id: "forgetDevice",
      summary: "Forget a remembered browser",
      caller: "session",
      params: { id: "The browser's id in the list." },
      answers: { 204: { says: "It is asked for the second step again." } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/account/devices",
      id: "forgetDevices",
      summary: "Forget all remembered browsers",
      caller: "session",
      answers: { 204: { says: "All are asked for the second step again." } },
    },
  ],
};
