import type { FieldPage } from "./field-page.ts";

const sixBoxes = (attributes: (index: number) => string) =>
  Array.from({ length: 6 }, (_, index) => `<input ${attributes(index)} style='width:40px;height:48px'>`).join("");

/** Forms built as those of well-known sites are, the parts that say something about their fields kept. */
export const sitePages: FieldPage[] = [
  {
    what: "a code host: the app's code, with other ways below",
    title: "Two-factor authentication",
    body: "<h1>Two-factor authentication</h1><form><label for=app_totp>Authentication code <a href=#>What is this?</a></label><input type=text name=app_otp id=app_totp autocomplete=one-time-code inputmode=numeric pattern='([0-9]{6})|([0-9a-fA-F]{5}-?[0-9a-fA-F]{5})' placeholder=XXXXXX><button>Verify</button></form><p>Open your two-factor authenticator (TOTP) app or browser extension to view your authentication code.</p><p>Having problems? <a href=#>Use a recovery code or begin 2FA account recovery</a></p>",
    wanted: ["app_otp"],
  },
  {
    what: "a code host: its recovery code",
    title: "Two-factor recovery",
    body: "<h1>Two-factor recovery</h1><form><label for=recovery_code>Recovery code</label><input type=text name=recovery_code id=recovery_code autocomplete=off placeholder=XXXXX-XXXXX><button>Verify</button></form><p>If you are unable to access your mobile device, enter one of your recovery codes to verify your identity.</p>",
    wanted: "nothing",
  },
  {
    what: "a search company: the app's code, labelled 'Enter code'",
    title: "Sign in",
    body: "<h1>2-Step Verification</h1><p>To help keep your account safe, we want to make sure it's really you trying to sign in</p><section><h2>2-Step Verification</h2><p>Get a verification code from the <strong>Authenticator</strong> app</p><div><input type=tel pattern='[0-9 ]*' name=totpPin id=totpPin autocomplete=off aria-label='Enter code' dir=ltr></div><label><input type=checkbox checked> Don't ask again on this device</label></section>",
    wanted: ["totpPin"],
  },
  {
    what: "a search company: the code of a text message, with a G- before it",
    title: "Sign in",
    body: "<h1>2-Step Verification</h1><section><p>A text message with a 6-digit verification code was just sent to (•••) •••-••12</p><div><span>G-</span><input type=tel pattern='[0-9 ]*' name=idvPin id=idvPin autocomplete=off aria-label='Enter the code'></div></section>",
    wanted: "message",
  },
  {
    what: "an office suite: 'Code' under 'Enter code'",
    title: "Sign in to your account",
    body: "<div role=heading>Enter code</div><div><img><span>Enter the code displayed in the authenticator app on your mobile device</span></div><input name=otc id=idTxtBx_SAOTCC_OTC type=tel autocomplete=off placeholder=Code aria-label='Enter the code displayed in the authenticator app on your mobile device' maxlength=8><label><input type=checkbox> Don't ask again for 60 days</label>",
    wanted: ["otc"],
  },
  {
    what: "an office suite: the code that was texted, in a field of the same name",
    title: "Sign in to your account",
    body: "<div role=heading>Enter code</div><div>We texted your phone +XX XXXXXXX12. Please enter the code to sign in.</div><input name=otc id=idTxtBx_SAOTCC_OTC type=tel autocomplete=off placeholder=Code aria-label=Code maxlength=8>",
    wanted: "message",
  },
  {
    what: "a phone maker: six boxes whose code goes to the person's other devices",
    title: "Sign in",
    body: `<h1>Two-Factor Authentication</h1><div role=group aria-label='Enter verification code'>${sixBoxes((at) => `type=tel maxlength=1 id=char${at} aria-label='Digit ${at + 1}' autocomplete=off`)}</div><p>A message with a verification code has been sent to your devices. Enter the code to continue.</p><a href=#>Didn't get a verification code?</a>`,
    wanted: "message",
  },
  {
    what: "a payment service: boxes for the app's code",
    title: "Security check",
    body: `<h1>Enter your code</h1><p>Enter the 6-digit code from your authenticator app.</p><form>${sixBoxes((at) => `type=number name=otpCode-${at} id=ci-otpCode-${at} aria-label='${at + 1}-6' autocomplete=off min=0 max=9`)}</form>`,
    wanted: [0, 1, 2, 3, 4, 5].map((at) => `otpCode-${at}`),
  },
  {
    what: "a cloud: 'MFA code'",
    title: "Multi-factor authentication",
    body: "<h1>Multi-factor authentication</h1><p>Enter a code from your MFA device to complete sign-in.</p><form><label for=mfaCode>MFA code</label><input id=mfaCode name=mfaCode type=text autocomplete=off maxlength=6><button>Submit</button></form>",
    wanted: ["mfaCode"],
  },
  {
    what: "a cloud: the two codes that begin the use of a device",
    title: "Set up device",
    body: "<h1>Authenticator app</h1><p>Enter two consecutive codes from your authenticator app.</p><label>MFA code 1 <input name=code1 maxlength=6></label><label>MFA code 2 <input name=code2 maxlength=6></label>",
    wanted: "many",
  },
  {
    what: "a payment processor: one field drawn as two groups of three",
    title: "Two-step authentication",
    body: `<h1>Two-step authentication</h1><p>Enter the 6-digit code generated by your authenticator app</p><fieldset>${sixBoxes((at) => `type=text inputmode=numeric maxlength=1 name=d${at} autocomplete='${at === 0 ? "one-time-code" : "off"}'`)}</fieldset>`,
    wanted: [0, 1, 2, 3, 4, 5].map((at) => `d${at}`),
  },
  {
    what: "a payment processor: card number, expiry and CVC beside a code of a discount",
    title: "Checkout",
    body: "<h2>Payment</h2><label>Card information <input name=cardnumber autocomplete=cc-number inputmode=numeric></label><input name=exp-date placeholder='MM / YY'><input name=cvc placeholder=CVC inputmode=numeric maxlength=4><label>Code <input name=discount placeholder='Add promotion code'></label>",
    wanted: "nothing",
  },
  {
    what: "a bank: six boxes for the digits of its own token",
    title: "Confirm payment",
    body: `<h2>Confirm with your card reader</h2><p>Enter the six digits that your card reader shows.</p><div>${sixBoxes((at) => `type=text inputmode=numeric maxlength=1 name=r${at}`)}</div>`,
    wanted: "ambiguous",
  },
  {
    what: "a bank: six boxes for the PIN of phone banking",
    title: "Log on",
    body: `<h2>Log on</h2><p>Enter your 6-digit telephone banking PIN.</p><div>${sixBoxes((at) => `type=password inputmode=numeric maxlength=1 name=p${at}`)}</div>`,
    wanted: "ambiguous",
  },
  {
    what: "a sort code in three parts of two",
    title: "Add payee",
    body: "<h2>Add a payee</h2><fieldset><legend>Sort code</legend><input name=s1 maxlength=2 inputmode=numeric><input name=s2 maxlength=2 inputmode=numeric><input name=s3 maxlength=2 inputmode=numeric></fieldset><label>Account number <input name=account maxlength=8></label>",
    wanted: "nothing",
  },
  {
    what: "a chat: 'Discord Auth Code', with digits or letters of a backup code",
    title: "Chat",
    body: "<h1>Multi-Factor Authentication</h1><form><label for=uid_12>Enter Discord Auth Code</label><input id=uid_12 name='' placeholder='6-digit authentication code/8-digit backup code' autocomplete=one-time-code type=text></form>",
    wanted: [""],
  },
  {
    what: "a social network: a field for the app's code, labelled 'Code'",
    title: "Log in",
    body: "<h2>Go to your authentication app</h2><p>Enter the 6-digit code for this account from the two-factor authentication app that you set up (such as Duo Mobile or Google Authenticator).</p><div><label for=':r3:'>Code</label><input id=':r3:' type=text autocomplete=off></div><label><input type=checkbox> Trust this device</label>",
    wanted: [":r3:"],
  },
  {
    what: "a phone number with a code of its country, before a code is sent",
    title: "Verify your phone",
    body: "<h1>Add two-factor authentication</h1><p>Enter your phone number. We'll text you a verification code.</p><input name=cc placeholder='Code' value='+1' maxlength=4><input name=phone type=tel placeholder='Phone number'>",
    wanted: "nothing",
  },
  {
    what: "a one-time code with a promo code below",
    title: "Confirm",
    body: "<h1>Confirm it's you</h1><label>Authenticator code <input name=totp inputmode=numeric maxlength=6></label><label>Promo code <input name=promo maxlength=6></label>",
    wanted: ["totp"],
  },
  {
    what: "a one-time code with the letters of a picture below",
    title: "Sign in",
    body: "<form><label>Two-factor code <input name=code2 autocomplete=off></label><label>Type the characters you see in the picture <input name=captcha_code></label></form>",
    wanted: ["code2"],
  },
  {
    what: "the letters of a picture alone, on a page about two-factor",
    title: "Two-factor authentication",
    body: "<h1>Two-factor authentication</h1><form><img><label>Security code shown in the image <input name=vcode maxlength=6></label></form>",
    wanted: "nothing",
  },
  {
    what: "a gift card, in four groups",
    title: "Redeem",
    body: "<h1>Redeem a gift card</h1><div><input name=g1 maxlength=4><input name=g2 maxlength=4><input name=g3 maxlength=4><input name=g4 maxlength=4></div>",
    wanted: "nothing",
  },
  {
    what: "an invite code of six letters in boxes",
    title: "Join",
    body: `<h1>Join a server</h1><p>Enter the invite code that your friend gave you.</p><div>${sixBoxes((at) => `maxlength=1 name=i${at}`)}</div>`,
    wanted: "ambiguous",
  },
  {
    what: "a television's code for pairing in boxes",
    title: "Activate",
    body: `<h1>Activate your device</h1><p>Enter the code that your TV shows.</p><div>${sixBoxes((at) => `maxlength=1 name=t${at}`)}</div>`,
    wanted: "ambiguous",
  },
  {
    what: "a postal code of six digits",
    title: "Delivery",
    body: "<h1>Where to?</h1><label>PIN code <input name=pincode inputmode=numeric maxlength=6></label><label>City <input name=city></label>",
    wanted: "ambiguous",
  },
  {
    what: "an admin's form: the code of the app before a new password",
    title: "Change password",
    body: "<h1>Change password</h1><label>Current password <input type=password name=old autocomplete=current-password></label><label>New password <input type=password name=new autocomplete=new-password></label><label>2FA code <input name=tfa autocomplete=off></label>",
    wanted: ["tfa"],
  },
  {
    what: "a registrar: the verification code of an app among account data",
    title: "Security settings",
    body: "<h2>Contact</h2><label>Phone <input name=phone type=tel></label><label>ZIP <input name=zip inputmode=numeric maxlength=6></label><h2>Authenticator app</h2><p>Scan the QR code, then enter the code that the app shows.</p><label>Verification code <input name=verification inputmode=numeric maxlength=6></label>",
    wanted: ["verification"],
  },
  {
    what: "a game store: five letters of its guard",
    title: "Sign in",
    body: `<h2>Enter the code from your mobile authenticator</h2><div>${Array.from({ length: 5 }, (_, at) => `<input type=text maxlength=1 autocomplete=none name=l${at} style='width:40px;height:48px'>`).join("")}</div>`,
    wanted: [0, 1, 2, 3, 4].map((at) => `l${at}`),
    digits: 5,
  },
  {
    what: "a row of boxes in a shadow tree",
    title: "Verify",
    body: `<h1>Verify it's you</h1><p>Open your authenticator app and enter the code.</p><otp-row><template shadowrootmode=open>${sixBoxes((at) => `inputmode=numeric maxlength=1 name=b${at}`)}</template></otp-row>`,
    wanted: [0, 1, 2, 3, 4, 5].map((at) => `b${at}`),
  },
  {
    what: "each box in a shadow tree of its own",
    title: "Verify",
    body: `<h1>Verify it's you</h1><p>Open your authenticator app and enter the code.</p><div>${Array.from({ length: 6 }, (_, at) => `<otp-box><template shadowrootmode=open><input inputmode=numeric maxlength=1 name=b${at} style='width:40px;height:48px'></template></otp-box>`).join("")}</div>`,
    wanted: [0, 1, 2, 3, 4, 5].map((at) => `b${at}`),
  },
];
