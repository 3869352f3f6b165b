/** Words of fields in many languages, as they stand after `plain`: small letters, no accents, single spaces. */

/** Says by itself that a code of an authenticator belongs here. */
export const sureWords = anyOf([
  "totp",
  "otp ?(code|token|input|field|digit|value)?s?",
  "(2|two) ?(fa|factor|step)( (code|token|auth|authentication|verification))?",
  "(mfa|tfa|2sv)( ?(code|token|pin))?",
  "multi ?factor",
  "authenticator",
  "authentication code",
  "one ?time ?(pass ?)?(code|password|passcode|pin|token)",
  "google ?auth",
  "(codigo|clave|contrasena) de (un solo uso|autenticacion)|(dos|doble) (pasos|factores?)|autenticador",
  "einmal(code|passwort|kennwort|pin)|zwei ?faktor\\w*|authentifizierungscode|authenticator ?code",
  "(code|mot de passe) (a usage unique|d ?authentification)|double authentification|deux (facteurs|etapes)",
  "(codice|password) (monouso|di autenticazione)|due fattori|due passaggi",
  "(codigo|senha) de (uso unico|autenticacao)|dois fatores|duas etapas|autenticador",
  "eenmalige? (code|wachtwoord)|verificatie in twee|twee ?(staps|factor)\\w*|authenticatiecode",
  "(kod|haslo) jednorazow\\w*|dwuetapow\\w*|uwierzytelniani\\w*|dwuskladnikow\\w*",
  "одноразов|двухфакторн|двухэтапн|аутентификатор|двофакторн",
  "tek kullanimlik|iki (adimli|faktorlu|asamali)|dogrulama uygulamasi",
  "engangs(kod|kode|losenord|passord)\\w*|(tva|to)faktor\\w*|tvastegs\\w*|totrinns\\w*|kaksivaihei\\w*|kertakayttoi\\w*",
  "jednorazov\\w*|dvoufazov\\w*|dvoufaktorov\\w*|dvojfazov\\w*|egyszeri|ketfaktoros|ketlepcsos",
  "ワンタイム|二段階|2段階|二要素|認証コード|認証アプリ",
  "一次性|动态(口令|密码|码)|動態(密碼|碼)|两步|兩步|双重|雙重|两因素|身份验证器|驗證器",
  "일회용|2단계|이중 ?인증|인증 ?앱",
  "رمز لمرة واحدة|المصادقة الثنائية|חד פעמי|דו שלבי|מאמת",
]);

/** Says that some code belongs here, not which. */
export const ambiguousWords = anyOf([
  "code",
  "pin",
  "passcode",
  "token",
  "codigo|clave",
  "codice",
  "kod(e|u)?",
  "koodi",
  "код|пин",
  "コード|暗証番号",
  "验证码|驗證碼|代码|代碼|口令",
  "코드|인증번호",
  "رمز|קוד",
]);

/** Says that another kind of code, or no code at all, belongs here. */
export const vetoWords = anyOf([
  "recovery|back ?up|scratch|emergency|rescue",
  "recuperacion|recuperacao|respaldo|copia de seguridad|emergencia",
  "recuperation|secours|wiederherstellung\\w*|backup\\w*|notfall\\w*|ersatz\\w*",
  "ripristino|recupero|emergenza|herstel\\w*|reserve\\w*|odzyskiwani\\w*|zapasow\\w*",
  "восстановлен|резервн|kurtarma|yedek|aterstallning\\w*|gjenoppretting\\w*|obnoven\\w*|zalozn\\w*",
  "リカバリー|バックアップ|復旧|恢复|恢復|备用|備用|복구|백업",
  "coupon|promo|voucher|gift|discount|referral|invit(e|ation)|campaign|redeem",
  "cupon|descuento|regalo|cupom|desconto|gutschein\\w*|rabatt\\w*|geschenk\\w*|aktionscode|bon de reduction|cadeau|remise",
  "buono|sconto|kortings|rabat|kupon|промокод|купон|indirim|クーポン|優惠|优惠|쿠폰",
  "zip|postal|post ?code|plz|postleitzahl|code postal|codigo postal|cap|cep|postcode|kod pocztowy|индекс|posta kodu|郵便|邮编|우편",
  "country|area code|dial(l)?ing|prefix|(phone|mobile|telephone) ?(number|no)|telefonnummer|handynummer|numero de telefono",
  "bank|bank(code|leitzahl)|iban|bic|swift|sort ?code|routing|blz|sepa|account number|banco|banque|banca",
  "cvv2?|cvc2?|csc|cvn|card|tarjeta|carte|karte|carta|kredit\\w*|expiry|expiration",
  "captcha|license|licence|serial|product (key|code)|tracking|order (no|number|id)|tax|vat|sku|customer|member(ship)?",
  "user ?name|e ?mail address|search|suche|buscar",
]);

/** In a field's own words: the code comes by a message. */
export const messageWords = anyOf([
  "sms(otp|code|pin|token)?|text message|e ?mail|correo|courriel|mail|nachricht|mensaje de texto|whatsapp|телефон|почт|短信|簡訊|邮件|メール|문자|이메일",
]);

/** In the text around: a message has been sent, or is about to be read. An offer to send one says nothing yet. */
export const messageSentWords = anyOf([
  "(we|has|have|been|just|was)( have| ve| just| been)* (sent|texted|e ?mailed|messaged)",
  "(sent|texted|e ?mailed) (you )?(a|an|the|your|it|to)",
  "check your (e ?mail|inbox|phone|texts|messages)",
  "code (from|in) (the|your|our) (e ?mail|sms|text|message|inbox)",
  "(hemos|te hemos|le hemos|se ha) enviado|te enviamos|revisa tu (correo|bandeja|movil|telefono)",
  "(haben|wurde|habe).{0,60}(gesendet|geschickt|verschickt|gesandt)|prufe? (deine|ihre) (e ?mails?|posteingang)",
  "(avons|a ete|vient d etre) (envoye|envoyer)|vous a ete envoye|consultez vos (e ?mails|messages)",
  "(abbiamo|e stato) inviato|ti abbiamo inviato|(enviamos|foi enviado)|verzonden|gestuurd",
  "wyslalismy|wyslano|отправили|отправлен|выслан|надіслали|gonderdik|gonderildi|skickat|sendt|lahetimme|odeslali|poslali",
  "送信しました|お送りしました|已发送|已發送|已傳送|发送至|보냈습니다|발송",
]);

/** In the text around: the code is one of an authenticator. */
export const authenticatorAround = anyOf([
  "authenticator|authenticat(or|ion) app|authy|totp|two ?(factor|step)|2fa|mfa|multi ?factor|2 ?step|one ?time (code|password|passcode)",
  "autenticador|autenticacion (en|de) (dos|2|doble)|verificacion en (dos|2) pasos|doble factor|dos factores",
  "zwei ?faktor\\w*|authentifizierungs? ?app|authenticator ?app|zwei schritten|2 ?faktor",
  "double authentification|deux (facteurs|etapes)|application d ?authentification",
  "due fattori|due passaggi|app di autenticazione|dois fatores|duas etapas|app autenticador",
  "twee ?(staps|factor)|authenticatie ?app|dwuetapow\\w*|dwuskladnikow\\w*|двухфакторн|двухэтапн|аутентификатор",
  "iki (adimli|faktorlu)|(tva|to)faktor\\w*|totrinns\\w*|二段階|2段階|二要素|認証アプリ|两步|兩步|双重|雙重|身份验证器|驗證器|2단계|이중 ?인증|인증 ?앱",
]);

/** A text as these words are looked for in it: small letters, no accents; names like `otpCode` and `otp_code` fall into words. */
export function plain(text: string): string {
  return unaccented(text.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, "$1 "))
    .toLowerCase()
    .replace(/[łıøß]/g, (letter) => whole[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Letters that Unicode does not take for others with an accent. */
const whole: Record<string, string> = { ł: "l", ı: "i", ø: "o", ß: "ss" };

function unaccented(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Latin words stand alone in a text; other scripts have no spaces, or endings, and are found anywhere. */
function anyOf(sources: string[]): RegExp {
  // At each bar that is not inside brackets.
  const alternatives = sources.flatMap((source) => unaccented(source).split(/\|(?![^(]*\))/));
  const isLatin = (source: string) => /^[\x20-\x7e]+$/.test(source);
  const latin = alternatives.filter(isLatin).join("|");
  const rest = alternatives.filter((source) => !isLatin(source));
  return new RegExp([`(?<![a-z0-9])(?:${latin})(?![a-z])`, ...rest].join("|"), "u");
}
