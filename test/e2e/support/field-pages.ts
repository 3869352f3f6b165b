import type { FieldPage } from "./field-page.ts";
import { rowPages } from "./row-pages.ts";
import { sitePages } from "./site-pages.ts";
import { trapPages } from "./trap-pages.ts";
import { notCodes, sent, spoken } from "./word-pages.ts";

const app = "<h1>Code from your authenticator app</h1>";

const own: FieldPage[] = [
  {
    what: "a token's name, under settings of two-factor authentication",
    body: "<h1>Account security</h1><h2>Two-factor authentication</h2><p>Two-factor authentication is on.</p><h2>New personal access token</h2><label>Token name <input name=token-name value='ci robot'></label>",
    wanted: "nothing",
  },
  {
    what: "an empty one as well",
    body: "<h1>Two-factor authentication</h1><p>Two-factor authentication is on.</p><label>Token name <input name=token-name></label>",
    wanted: "nothing",
  },
  {
    what: "an API token, in a page with that title",
    title: "Two-factor authentication - Settings",
    body: "<label>API token <input name=api_token value=abc123></label>",
    wanted: "nothing",
  },
  {
    what: "a field whose hint speaks of recovery codes",
    body: "<h1>Two-factor authentication</h1><label for=u>Enter verification code</label><input id=u name='user[otp_attempt]' autocomplete=one-time-code aria-describedby=h><p id=h>Enter the code from your authenticator app, or one of your recovery codes.</p>",
    wanted: ["user[otp_attempt]"],
  },
  {
    what: "a field for either code",
    body: "<h1>Two-step sign-in</h1><label>Authentication code or recovery code <input name=code></label>",
    wanted: ["code"],
  },
  {
    what: "'card' in an id",
    body: "<form id=login-card><label>Authenticator code <input id=login-card-otp></label></form>",
    wanted: ["login-card-otp"],
  },
  {
    what: "'card' in an id, without a label",
    body: "<form id=login-card><input id=login-card-otp></form>",
    wanted: ["login-card-otp"],
  },
  {
    what: "a field that nobody sees",
    body: "<h1>Authenticator code</h1><input name=a style='opacity:0;position:absolute'><input name=b>",
    wanted: ["b"],
  },
  {
    what: "the one empty text field of a page about an authenticator",
    body: "<h2>Authenticator app</h2><div>Enter your passcode</div><form><input type=tel name=answer autocomplete=off></form>",
    wanted: ["answer"],
  },
  {
    what: "a sign-in",
    body: "<form><label>E-mail <input name=email></label><label>Password <input type=password></label></form>",
    wanted: "nothing",
  },
  {
    what: "a code that was sent",
    body: "<h1>Check your e-mail</h1><label>Enter the 6-digit code we sent to a•••@example.org <input name=code></label>",
    wanted: "message",
  },
];

const held: FieldPage[] = ["value=123", "value=123456", "readonly", "disabled"].map((attribute) => ({
  what: `a field with ${attribute}`,
  body: `${app}<input name=otp autocomplete=one-time-code ${attribute}>`,
  wanted: attribute.startsWith("value") ? "ambiguous" : "nothing",
}));

const shapes: FieldPage[] = [
  { what: "an input mask", body: `${app}<input name=otp value='___-___'>`, wanted: ["otp"] },
  {
    what: "a field over which another kind of word stands in its name",
    body: `${app}<input name=otp placeholder='123 456'>`,
    wanted: ["otp"],
  },
  {
    what: "a field that keeps what is saved away",
    body: `${app}<input name=totp autocomplete=new-password>`,
    wanted: ["totp"],
  },
  { what: "a password with sure words", body: `${app}<input type=password name=otp_input>`, wanted: ["otp_input"] },
  {
    what: "a password beside a code",
    body: `${app}<input type=password name=password><input name=otp>`,
    wanted: ["otp"],
  },
  { what: "an example of six digits", body: `${app}<input name=q placeholder='000000'>`, wanted: ["q"] },
  {
    what: "dots for six digits and another word in its id",
    body: "<form><h2>Enter the code of your authenticator app</h2><input type=number placeholder='••••••' id=userid label='External TOTP'></form>",
    wanted: ["userid"],
  },
  { what: "a text area", body: "<label>Authenticator code <textarea name=t></textarea></label>", wanted: ["t"] },
  {
    what: "an editable part",
    body: "<div contenteditable role=textbox aria-label='Authenticator code' id=e style='width:200px;height:30px'></div>",
    wanted: ["e"],
  },
  { what: "a name without spaces", body: "<h1>Sign in</h1><input name=googleotp>", wanted: ["googleotp"] },
  { what: "a longer one", body: "<h1>Sign in</h1><input name=twofactorcode>", wanted: ["twofactorcode"] },
  { what: "a name for another code", body: `${app}<input name=zipcode>`, wanted: "nothing" },
  { what: "one for a message", body: `${app}<input name=smscode>`, wanted: "message" },
  {
    what: "two lengths for two codes",
    body: "<h1>Sign in</h1><input name=code placeholder='6-digit authentication code/8-digit backup code'>",
    wanted: ["code"],
  },
  {
    what: "a generator of codes",
    body: "<h1>Enter your verification code</h1><p>Use your code generator app.</p><label>Enter code <input name=text autocomplete=on></label>",
    wanted: ["text"],
  },
  {
    what: "the short name of a one-time code",
    body: "<div>Enter code</div><p>Please type in the code displayed on your authenticator app from your device</p><input type=tel name=otc id=idTxtBx_SAOTCC_OTC placeholder='Code'>",
    wanted: ["otc"],
  },
  {
    what: "the setting up of an app, with its key beside",
    body: "<h1>Set up two-factor authentication</h1><label>Setup key <input name=secret value=JBSWY3DP></label><label>Enter the code to confirm <input name=code></label>",
    wanted: ["code"],
  },
  {
    what: "a number of days beside",
    body: `${app}<input name=code><label>Remember for <input type=number name=days value=30> days</label>`,
    wanted: ["code"],
  },
  {
    what: "a sign-in of three fields",
    body: "<form><label>User name <input name=user></label><label>Password <input type=password name=p></label><label>2FA code (if turned on) <input name=c></label></form>",
    wanted: ["c"],
  },
  {
    what: "a spare phone",
    body: "<h1>Two-factor authentication</h1><p>Your code can go to a spare phone.</p><label>Phone <input type=tel name=number></label>",
    wanted: "nothing",
  },
  { what: "two fields that are alike", body: `${app}<input name=otp><input name=otp>`, wanted: "many" },
  {
    what: "a recovery code beside",
    body: `${app}<label>Code <input name=code autocomplete=one-time-code></label><label>Recovery code <input name=recovery autocomplete=one-time-code></label>`,
    wanted: ["code"],
  },
  { what: "too short a field", body: `${app}<input name=otp maxlength=4>`, wanted: "nothing" },
  { what: "a pattern for more", body: `${app}<input name=otp pattern='[0-9]{8}'>`, wanted: "nothing" },
  {
    what: "a search in the head of the page",
    body: `<input name=q placeholder='Search'>${app}<input name=field_7>`,
    wanted: ["field_7"],
  },
  {
    what: "the name of a device",
    body: "<h1>Authenticator app</h1><p>Enter a name, then the code.</p><label>Device name <input name=n></label>",
    wanted: "nothing",
  },
  {
    what: "another question",
    body: "<h1>Two-factor authentication</h1><p>We could not check your code.</p><label>Your mother's maiden name <input name=answer></label>",
    wanted: "nothing",
  },
  {
    what: "a code for a shop, below a title about two factors",
    title: "Two-factor authentication",
    body: "<h2>Redeem a gift card, in one step and without a fee</h2><label>Code <input name=code></label>",
    wanted: "ambiguous",
  },
];

/** Every page, by what it is about. */
export const fieldPages = {
  own,
  sites: sitePages,
  rows: rowPages,
  hidden: trapPages,
  held,
  shapes,
  notCodes,
  sent,
  spoken,
};
