import type { FieldLanguage } from "./language.ts";

/** English, which pages in every language use for the names of their fields. */
export const english: FieldLanguage = {
  app: [
    "totp\\w*|authenticator\\w*|authy|google ?auth|(authentication|verification|security|otp|2fa|two factor) apps?|code ?generator\\w*",
    "(code|digits|passcode|number) .{0,24}(from|in|of|by|on) (your|the|an?) (\\w+ ){0,2}app",
  ].join("|"),
  sure: [
    "otc|otp ?(code|token|input|field|digit|value|attempt|number|box)?s?",
    "(2|two) ?(fa|factor|step)s?( ?(code|token|auth\\w*|verification|pin|otp|input|field))*",
    "(mfa|tfa|2sv)( ?(code|token|pin|otp|input|field))*|(multi|second) ?(factor|step)",
    "authentication (code|token)|auth ?code|google code",
    "one ?time ?(pass ?)?(code|password|passcode|pin|token)",
  ].join("|"),
  code: "code|pin|pass ?code|token|(6|six|8|eight) ?digits?( number)?",
  recovery: "recovery|back ?up\\w*|scratch|emergency|rescue",
  other: [
    "csrf\\w*|xsrf\\w*|api|(access|personal|bearer|refresh|deploy\\w*|webhook|bot|session|id|push|upload|reset|registration) ?(token|key)",
    "authenticity|request verification|secret|(setup|private|public|ssh|license|product|activation) key|licen[cs]e|activation|serial|product (key|code)",
    "coupon|promo\\w*|voucher|gift|discount|referr?al|invit(e|ation)|campaign|redeem|loyalty|reward\\w*",
    "zip|postal|post ?code|area code|dial(l)?ing|(country|calling) ?code|(phone|mobile|telephone|cell) ?(number|no)|extension|fax",
    "iban|bic|swift|sort ?code|routing|sepa|account (number|no|id)|cvv2?|cvc2?|csc|cvn|card ?(number|no|num|code|pin|holder|security|verification|expiry|last)|expiry|expiration",
    "captcha|tracking|order ?(no|number|id|code)|invoice|booking|reservation|ticket|reference|tax|vat|sku|bar ?code|qr ?code|geo ?code|uni ?code|source code|error code|color|colour",
    "user ?name|name|e ?mail address|description|amount|quantity|birth\\w*|date|flight|room|class code|meeting|pairing|door|airport",
    "card reader|tv|television|activate (your|the|this|a) device|(in|from) (the|this) (image|picture)|(image|picture) (code|text)",
  ].join("|"),
  message:
    "sms\\w*|text(ed)? (message|msg)|by text|e ?mail\\w*|whats ?app|telegram|voice call|phone call|inbox|(mobile|phone) ?(code|otp|pin|verification)",
  sent: [
    "(we|has|have|been|just|was|is)( have| ve| just| been| being)* (sent|texted|e ?mailed|messaged)",
    "(sent|texted|e ?mailed|sending) (you )?(a|an|the|your|it|to|via|by|on|an)",
    "check your (e ?mail|inbox|phone|texts|messages)",
    "code (from|in) (the|your|our) (e ?mail|sms|text|message|inbox)",
    "re ?send( (the|a|my))?( new)? (code|otp|sms|e ?mail|text)",
    "(did not|didn t|haven t) (receive|get|received|got) (the|a|an|your|any) (\\w+ )?(code|otp|e ?mail|sms|text|message)",
  ].join("|"),
};

/** Words that say what a field is for when a person reads them, and too little in a name that only scripts read. */
export const weakWords =
  "card|country|bank|bank ?(code|leitzahl)|customer|member(ship)?|search|prefix|phone|city|company|title|nickname|comment|address|website|domain|host";
