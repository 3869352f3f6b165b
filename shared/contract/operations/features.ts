import { accountFeature } from "./account.ts";
import { activityFeature } from "./activity.ts";
import { emergencyFeature } from "./emergency.ts";
import { healthFeature } from "./health.ts";
import { linkFeature } from "./link.ts";
import { notMeFeature } from "./not-me.ts";
import type { Feature } from "./operation.ts";
import { operatorLogFeature } from "./operator-log.ts";
import { otherSitesFeature } from "./other-sites.ts";
import { passkeyFeature } from "./passkey.ts";
import { passwordFeature } from "./password.ts";
import { peopleFeature } from "./people.ts";
import { publicSettingsFeature } from "./public-settings.ts";
import { sessionFeature } from "./session.ts";
import { signInFeature } from "./sign-in.ts";
import { stepUpFeature } from "./step-up.ts";
import { trustedBrowserFeature } from "./trusted-browser.ts";
import { twoFactorFeature } from "./two-factor.ts";
import { userImportFeature } from "./user-import.ts";
import { webhookFeature } from "./webhook.ts";

/** Every feature of the API, in the order of the reference. */
export const features: Feature[] = [
  signInFeature,
  sessionFeature,
  stepUpFeature,
  accountFeature,
  notMeFeature,
  passwordFeature,
  linkFeature,
  twoFactorFeature,
  passkeyFeature,
  trustedBrowserFeature,
  activityFeature,
  otherSitesFeature,
  peopleFeature,
  userImportFeature,
  operatorLogFeature,
  emergencyFeature,
  webhookFeature,
  publicSettingsFeature,
  healthFeature,
];
