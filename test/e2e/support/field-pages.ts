/**
 * Pages, and what filling does there when it is asked for: the names of the fields that it fills, in the order of the digits;
 * else `message` (the page asks for a code that it sent), `ambiguous` or `many` (the person points), `nothing`.
 */
export interface FieldPage {
  what: string;
  title?: string;
  body: string;
  wanted: string[] | "message" | "ambiguous" | "many" | "nothing";
  digits?: number;
}

const boxes = (count: number, attributes = "maxlength=1", from = 0) =>
  Array.from({ length: count }, (_, index) => `<input ${attributes} name=d${index + from}>`);
const row = (count: number, attributes?: string) => boxes(count, attributes).join("");
const named = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);
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

const rows: FieldPage[] = [
  {
    what: "boxes from right to left",
    body: `<div dir=rtl><p>رمز التحقق من تطبيق المصادقة</p><div style='display:flex'>${row(6)}</div></div>`,
    wanted: named(6),
  },
  {
    what: "boxes in reverse by style",
    body: `${app}<div style='display:flex;flex-direction:row-reverse'>${row(6)}</div>`,
    wanted: named(6),
  },
  {
    what: "wide boxes",
    body: `${app}<div style='display:flex'>${row(6, "maxlength=1 style='width:120px'")}</div>`,
    wanted: named(6),
  },
  {
    what: "boxes in two lines",
    body: `${app}<div style='display:grid;grid-template-columns:repeat(3,80px)'>${row(6)}</div>`,
    wanted: named(6),
  },
  {
    what: "three and three, far apart",
    body: `${app}<div style='display:flex;gap:80px'><div>${boxes(3).join("")}</div><div>${boxes(3, "maxlength=1", 3).join("")}</div></div>`,
    wanted: named(6),
  },
  {
    what: "four and four with a dash",
    body: `${app}<div>${boxes(4).join("")}<span>-</span>${boxes(4, "maxlength=1", 4).join("")}</div>`,
    wanted: named(8),
    digits: 8,
  },
  {
    what: "two fields of three digits",
    body: `${app}<div><input name=d0 maxlength=3> - <input name=d1 maxlength=3></div>`,
    wanted: named(2),
  },
  {
    what: "boxes each in an element of its own",
    body: `${app}<div>${boxes(6)
      .map((box) => `<div class=cell><span>${box}</span></div>`)
      .join("")}</div>`,
    wanted: named(6),
  },
  {
    what: "boxes without a length",
    body: `${app}<div style='display:flex;gap:8px'>${row(6, "style='width:40px;height:44px' aria-label='Digit'")}</div>`,
    wanted: named(6),
  },
  {
    what: "a first box with room for a paste",
    body: `${app}<div style='display:flex'><input name=d0 maxlength=6 style='width:40px'>${boxes(5, "maxlength=1 style='width:40px'", 1).join("")}</div>`,
    wanted: named(6),
  },
  {
    what: "more boxes that are hidden",
    body: `${app}<div>${row(6)}<input maxlength=1 name=d6 hidden><input maxlength=1 name=d7 style='display:none'></div>`,
    wanted: named(6),
  },
  {
    what: "boxes that open one after the other",
    body: `${app}<div>${boxes(1).join("")}${boxes(5, "maxlength=1 disabled", 1).join("")}</div>`,
    wanted: named(6),
  },
  {
    what: "two rows, for two codes",
    body: `<section><h2>Authenticator code</h2><div>${row(6)}</div></section><section><h2>E-mail code</h2><p>We sent a code to your e-mail.</p><div>${boxes(6, "maxlength=1", 6).join("")}</div></section>`,
    wanted: named(6),
  },
  {
    what: "boxes marked as one-time codes",
    body: `<h1>Sign in</h1><div>${row(6, "maxlength=1 autocomplete=one-time-code inputmode=numeric")}</div>`,
    wanted: named(6),
  },
  {
    what: "boxes for a PIN",
    body: `<h1>Your PIN</h1><div>${row(6, "maxlength=1 aria-label=PIN")}</div>`,
    wanted: "ambiguous",
  },
  { what: "fewer boxes than digits", body: `${app}<div>${row(4)}</div>`, wanted: "nothing" },
  {
    what: "a field over boxes that are drawn",
    body: `${app}<div style='position:relative;width:300px;height:48px'><div style='display:flex'>${"<div style='width:50px;height:48px;border:1px solid;box-sizing:border-box'></div>".repeat(6)}</div><input name=whole maxlength=6 style='position:absolute;inset:0;width:300px;height:48px;opacity:0'></div>`,
    wanted: ["whole"],
  },
  {
    what: "parts of a date",
    body: "<h1>Two-factor authentication</h1><fieldset><legend>Date of birth</legend><input name=day maxlength=2><input name=month maxlength=2><input name=yy maxlength=2></fieldset>",
    wanted: "ambiguous",
  },
];

const hidden: FieldPage[] = [
  ["left of the page", "position:absolute;left:-9999px"],
  ["above the page", "position:absolute;top:-500px"],
  ["of no size", "width:1px;height:1px;padding:0;border:0"],
  ["cut away", "position:absolute;clip-path:inset(50%)"],
  ["cut away in the old way", "position:absolute;clip:rect(0 0 0 0)"],
  ["almost transparent", "opacity:0.01"],
  ["invisible", "visibility:hidden"],
].map(
  ([where, style]): FieldPage => ({
    what: `a trap ${where}`,
    body: `<h1>Authenticator code</h1><input name=trap autocomplete=one-time-code style='${style}'><input name=b>`,
    wanted: ["b"],
  }),
);
const around: FieldPage[] = [
  ["in a part that is folded", "<div style='height:0;overflow:hidden'>TRAP</div>"],
  ["in a transparent part", "<div style='opacity:0'>TRAP</div>"],
  ["that keyboards and screen readers do not find", "<div aria-hidden=true>TRAP</div>"],
  ["in a part that is inert", "<div inert>TRAP</div>"],
].map(
  ([where = "", part = ""]): FieldPage => ({
    what: `a trap ${where}`,
    body: `<h1>Authenticator code</h1>${part.replace("TRAP", "<input name=trap tabindex=-1 autocomplete=one-time-code>")}<input name=b>`,
    wanted: ["b"],
  }),
);

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

const notCodes: FieldPage[] = [
  ["csrf_token", ""],
  ["authenticity_token", ""],
  ["q", "Personal access token"],
  ["coupon", "Coupon code"],
  ["plz", "Postleitzahl"],
  ["zip", "ZIP code"],
  ["x", "Código postal"],
  ["phone", "Phone number"],
  ["cvc", "Security code (CVC)"],
  ["captcha", "Enter the code in the picture"],
  ["x", "图形验证码"],
  ["order", "Order number"],
  ["x", "Gift card code"],
  ["x", "Tracking code"],
  ["x", "Код купона"],
  ["x", "邀请码"],
  ["x", "クーポンコード"],
  ["x", "쿠폰 코드"],
  ["x", "رمز القسيمة"],
  ["x", "पिन कोड"],
  ["x", "Kode pos"],
  ["x", "Kod pocztowy"],
  ["x", "Promosyon kodu"],
].map(([name, label]) => ({
  what: `a field '${label || name}' under two-factor authentication`,
  body: `<h1>Two-factor authentication</h1><p>Enter the code from your authenticator app.</p><label>${label} <input name=${name}></label>`,
  wanted: "nothing",
}));

const sent: FieldPage[] = [
  ["SMS code", ""],
  ["Código enviado por SMS", ""],
  ["Code", "Te hemos enviado un código por SMS."],
  ["Code", "Nous vous avons envoyé un code par SMS."],
  ["Code", "Wir haben Ihnen einen Code per SMS geschickt."],
  ["Codice", "Ti abbiamo inviato un codice via SMS."],
  ["Código", "Enviamos um código para o seu celular."],
  ["Код из СМС", ""],
  ["Код", "Мы отправили код на номер +7 ••• 12."],
  ["短信验证码", ""],
  ["验证码", "验证码已发送至您的手机。"],
  ["認証コード", "認証コードをメールで送信しました。"],
  ["인증번호", "문자로 인증번호를 발송했습니다."],
  ["कोड", "हमने आपके मोबाइल पर एक कोड भेजा है।"],
  ["কোড", "আমরা আপনার ফোনে একটি কোড পাঠিয়েছি।"],
  ["الرمز", "لقد أرسلنا رمزًا إلى هاتفك."],
  ["Kode", "Kami telah mengirim kode ke ponsel Anda. Kode dikirim lewat SMS."],
  ["Kod", "Telefonunuza bir kod gönderdik."],
  ["Mã xác nhận", "Chúng tôi đã gửi mã đến điện thoại của bạn."],
  ["One-time code", "We sent a one-time code to your phone."],
].map(([label, text]) => ({
  what: `'${label}' ${text}`,
  body: `<h1>.</h1><p>${text}</p><label>${label} <input name=code></label>`,
  wanted: "message",
}));

const spoken: FieldPage[] = [
  ["Code", "Enter the code from your authenticator app."],
  ["验证码", "请输入身份验证器应用中的验证码。"],
  ["驗證碼", "請輸入驗證器應用程式中的驗證碼。"],
  ["कोड", "अपने ऑथेंटिकेटर ऐप से कोड दर्ज करें।"],
  ["Código", "Introduce el código de tu aplicación de autenticación."],
  ["الرمز", "أدخل الرمز من تطبيق المصادقة."],
  ["Code", "Saisissez le code de votre application d'authentification."],
  ["কোড", "আপনার অথেন্টিকেটর অ্যাপ থেকে কোড লিখুন।"],
  ["Código", "Digite o código do seu aplicativo de autenticação."],
  ["Код", "Введите код из приложения для аутентификации."],
  ["کوڈ", "اپنی توثیقی ایپ سے کوڈ درج کریں۔"],
  ["Kode", "Masukkan kode dari aplikasi autentikator Anda."],
  ["Code", "Gib den Code aus deiner Authenticator-App ein."],
  ["コード", "認証アプリに表示されたコードを入力してください。"],
  ["코드", "인증 앱에 표시된 코드를 입력하세요."],
  ["Codice", "Inserisci il codice della tua app di autenticazione."],
  ["Kod", "Kimlik doğrulama uygulamanızdaki kodu girin."],
  ["Kod", "Wpisz kod z aplikacji uwierzytelniającej."],
  ["Mã xác thực", "Nhập mã từ ứng dụng xác thực của bạn."],
  ["Code", "Voer de code uit je authenticatie-app in."],
  ["Код", "Введіть код із застосунку автентифікації."],
  ["รหัส", "ป้อนรหัสจากแอปยืนยันตัวตนของคุณ"],
  ["کد", "کد برنامه احراز هویت خود را وارد کنید."],
  ["קוד", "הזן את הקוד מאפליקציית האימות."],
  ["Κωδικός", "Εισαγάγετε τον κωδικό από την εφαρμογή ελέγχου ταυτότητας."],
  ["Kód", "Zadejte kód z ověřovací aplikace."],
  ["Kod", "Ange koden från din autentiseringsapp."],
].map(([label, text]) => ({
  what: `'${label}' ${text}`,
  body: `<h1>.</h1><p>${text}</p><label>${label} <input name=code></label>`,
  wanted: ["code"],
}));

/** Every page, by what it is about. */
export const fieldPages = { own, rows, hidden: [...hidden, ...around], held, shapes, notCodes, sent, spoken };
