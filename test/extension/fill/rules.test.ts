import { describe, expect, it } from "vitest";
import { findPlaces, judgeField } from "../../../extension/fill/rules.ts";
import type { FieldSight } from "../../../extension/fill/sight.ts";
import { boxRow, field, frameOf } from "../../support/field-sight.ts";

const tierOf = (given: Partial<FieldSight>, digits = 6) => judgeField(field(given), digits).tier;

describe("a field is sure", () => {
  it.each<Partial<FieldSight>>([
    { autocomplete: "one-time-code" },
    { autocomplete: "section-login one-time-code", type: "tel" },
    { name: "totp" },
    { name: "otpCode" },
    { id: "app_otp" },
    { name: "user[otp_attempt]" },
    { name: "tfa_code", type: "number" },
    { id: "mfa-token" },
    { placeholder: "2FA code" },
    { label: "Two-factor code" },
    { label: "Authentication code" },
    { label: "One-time password", type: "password" },
    { label: "Code", around: "Two-factor authentication. Enter the code from your authenticator app." },
    { label: "Código de un solo uso" },
    { label: "Código", around: "Verificación en dos pasos: abre tu aplicación autenticador" },
    { label: "Einmalcode" },
    { label: "Code", around: "Zwei-Faktor-Authentifizierung" },
    { label: "Code à usage unique" },
    { label: "Code", around: "Double authentification" },
    { label: "Codice monouso" },
    { label: "Código", around: "Autenticação de dois fatores" },
    { label: "Eenmalige code" },
    { label: "Hasło jednorazowe" },
    { label: "Код двухфакторной аутентификации" },
    { label: "Tek kullanımlık kod" },
    { label: "Engångskod" },
    { label: "ワンタイムパスワード" },
    { label: "认证", placeholder: "动态口令" },
    { label: "일회용 비밀번호" },
    { label: "인증번호", around: "2단계 인증" },
    { pattern: "[0-9]{6}", around: "Two-factor authentication" },
    { inputMode: "numeric", maxLength: 6, around: "Enter the six digits of your authenticator app" },
  ])("by %j", (given) => {
    expect(tierOf(given)).toBe("sure");
  });
});

describe("a field is ambiguous", () => {
  it.each<Partial<FieldSight>>([
    { name: "code" },
    { label: "PIN", type: "tel" },
    { label: "Verification code" },
    { label: "Security code" },
    { label: "Código de verificación" },
    { label: "Bestätigungscode", name: "code" },
    { label: "验证码" },
    { pattern: "\\d{6}" },
    { inputMode: "numeric", maxLength: 6, label: "Number" },
  ])("by %j", (given) => {
    expect(tierOf(given)).toBe("ambiguous");
  });
});

describe("a field is for another code", () => {
  it.each<Partial<FieldSight>>([
    { label: "Recovery code" },
    { name: "otp_backup_code" },
    { label: "API token" },
    { label: "Name" },
    { label: "Token name", around: "Two-factor authentication is on" },
    { name: "csrf_token" },
    { label: "Code", name: "recovery_code" },
    { label: "Card security code" },
    { label: "Authenticator name" },
    { label: "Coupon code" },
    { label: "Promo code", around: "Two-factor authentication" },
    { label: "ZIP code" },
    { label: "Postal code" },
    { name: "bank_code" },
    { label: "Sort code" },
    { label: "Code de secours" },
    { label: "Código de recuperación" },
    { label: "Wiederherstellungscode" },
    { label: "Gutscheincode" },
    { label: "Kod zapasowy" },
    { label: "резервный код" },
    { label: "备用验证码" },
    { label: "Invite code" },
    { name: "captcha_code" },
    { label: "CVV code" },
  ])("by %j", (given) => {
    expect(tierOf(given)).toBe("veto");
  });
});

describe("a field is for a code that was sent", () => {
  it.each<Partial<FieldSight>>([
    { label: "SMS code", autocomplete: "one-time-code" },
    { name: "email_code" },
    { autocomplete: "one-time-code", around: "We've sent a code to +34 ••• 12" },
    { autocomplete: "one-time-code", around: "We just texted you a code." },
    { label: "Verification code", around: "Check your inbox" },
    { name: "otp", around: "Te hemos enviado un código a tu correo" },
    { name: "otp", around: "Wir haben Ihnen einen Code an a@example.com gesendet" },
    { name: "otp", around: "Un code vous a été envoyé par SMS" },
  ])("by %j", (given) => {
    expect(tierOf(given)).toBe("message");
  });

  it("but not where a message is only offered", () => {
    const around = "Open your authenticator app. Lost your phone? Send a code by SMS instead, or use a recovery code.";
    expect(tierOf({ autocomplete: "one-time-code", around })).toBe("sure");
  });
});

describe("a field is for no code", () => {
  it.each<Partial<FieldSight>>([
    {},
    { type: "email", name: "otp" },
    { type: "search", name: "code" },
    { type: "password", name: "password", around: "Two-factor authentication is on" },
    { type: "password", label: "Passcode" },
    { autocomplete: "postal-code", name: "code" },
    { autocomplete: "cc-csc", name: "security_code" },
    { autocomplete: "tel", name: "otp" },
    { name: "decode" },
    { name: "totp", maxLength: 4 },
  ])("by %j", (given) => {
    expect(tierOf(given)).toBe("no");
  });
});

describe("split boxes", () => {
  const tiers = (fields: FieldSight[], digits = 6) =>
    findPlaces(frameOf(fields), digits).map(({ tier, fields: { length } }) => [tier, length]);

  it.each([6, 8])("are one place for a code of %d digits", (digits) => {
    expect(tiers(boxRow(digits, { around: "Enter the code" }), digits)).toEqual([["sure", digits]]);
  });

  it("go in the order of the document, wherever they lie", () => {
    const [place] = findPlaces(frameOf(boxRow(6, { name: "otp" }).reverse()), 6);
    expect(place?.fields).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("may be in two groups, and without a length", () => {
    const row = boxRow(6, { maxLength: -1, label: "Digit", around: "Two-step verification code" });
    const grouped = row.map((each, index) => ({ ...each, box: { ...each.box, x: each.box.x + (index > 2 ? 24 : 0) } }));
    expect(tiers(grouped)).toEqual([["sure", 6]]);
  });

  it("are nothing for a code of another length, and ambiguous where nothing says code, or it is a PIN", () => {
    expect(tiers(boxRow(4, { around: "Enter the code" }))).toEqual([]);
    expect(tiers(boxRow(6))).toEqual([["ambiguous", 6]]);
    expect(tiers(boxRow(6, { label: "PIN" }))).toEqual([["ambiguous", 6]]);
  });

  it("are for another code where the page says so", () => {
    expect(tiers(boxRow(6, { around: "We sent a code to your phone", autocomplete: "one-time-code" }))).toEqual([
      ["message", 6],
    ]);
    expect(tiers(boxRow(6, { label: "Recovery code, digit" }))).toEqual([["veto", 6]]);
  });
});
