import type { FieldLanguage } from "./language.ts";

/** Russian, Ukrainian, Polish, Czech, Slovak, Hungarian, Turkish, Greek and the languages of the Balkans in Latin letters. */
export const easternEuropean: FieldLanguage[] = [
  {
    app: "аутентификатор|приложени[яеи] (для )?(аутентификации|проверки)|код из приложения",
    sure: "одноразов|двухфакторн|двухэтапн|двухшагов|аутентификатор|приложени[яеи] (для )?(аутентификации|проверки)|код (из приложения|аутентификации)|второй фактор",
    code: "код|пин|(6|шесть|шести|8) ?(цифр|значн)",
    recovery: "восстановлен|резервн|аварийн|запасн",
    other:
      "промокод|купон|скидк|сертификат|подарочн|пригласительн|приглашени|активаци|индекс|телефонн[а-я]+ код|код (города|страны|региона|товара|заказа|подразделения)|номер (телефона|карты|заказа|счета)|карт[аыеу]|имя|фамилия|логин|поиск|инн|капча|с картинки",
    message: "смс|sms|из (сообщения|письма)|по (почте|телефону|звонку)|электронн[а-я]+ почт|почт|эл почт|звонк",
    sent: "отправили|отправлен|выслан|прислали|направлен|отправлено|отправить (код )?(повторно|еще раз|снова)|выслать (повторно|еще раз)|не пришел код|не получили код|проверьте (почту|телефон)",
  },
  {
    app: "автентифікатор|застосунк[ау] (для )?автентифікації",
    sure: "двофакторн|двоетапн|одноразов|автентифікатор|автентифікації|застосунк[ау] (для )?автентифікації",
    code: "код|(6|шість|шести) ?(цифр|значн)",
    recovery: "відновлен|резервн|запасн",
    other: "промокод|купон|знижк|індекс|номер (телефону|картки|замовлення)|картк|ім я|пошук",
    message: "смс|sms|повідомленн|пошт",
    sent: "надіслали|надіслано|відправили|відправлено|надіслати (повторно|ще раз)",
  },
  {
    app: "aplikacj\\w+ (do )?uwierzytelni\\w+",
    sure: "(kod|hasło) jednorazow\\w*|jednorazow\\w*|dwuetapow\\w*|dwuskładnikow\\w*|dwustopniow\\w*|(kod|aplikacj\\w+) uwierzytelniając\\w*|uwierzytelniani\\w*|(aplikacj\\w+) (do )?uwierzytelni\\w+",
    code: "kod|kodu|(6|sześcio) ?cyfrow\\w*|(6|sześć) cyfr",
    recovery: "odzyskiwani\\w*|zapasow\\w*|awaryjn\\w*",
    other:
      "rabat\\w*|kupon\\w*|promocyjn\\w*|podarunkow\\w*|zaproszeni\\w*|kod (pocztowy|kraju|kreskowy|aktywacyjny)|pocztow\\w*|numer (telefonu|karty|zamówienia|konta)|kart\\w*|imię|nazwa|nazwisko|szukaj|pesel|nip",
    message: "sms|wiadomości|e ?mail|mail|pocztą",
    sent: "wysłaliśmy|wysłano|wysłany|przesłaliśmy|otrzymany|wyślij ponownie|nie otrzymał\\w*",
  },
  {
    app: "ověřovací aplikac\\w*|overovacej aplikác\\w*",
    sure: "jednorázov\\w*|dvoufázov\\w*|dvoufaktorov\\w*|dvojfázov\\w*|dvojfaktorov\\w*|dvoukrokov\\w*|dvojstupňov\\w*|ověřovací aplikac\\w*|autentizační\\w*|autentifikačn\\w*|overovacej aplikác\\w*",
    code: "kód|kod|ověřovací kód|overovací kód|(6|šesti|šest) ?(místn\\w*|číslic|cifern\\w*)",
    recovery: "obnoven\\w*|záložn\\w*|nouzov\\w*|záchrann\\w*",
    other:
      "slevov\\w*|zľavov\\w*|kupón\\w*|dárkov\\w*|psč|telefonní číslo|číslo (karty|objednávky|účtu)|karta|karty|jméno|meno|hledat",
    message: "sms|zpráv\\w*|správ\\w*|e ?mail\\w*",
    sent: "odeslali|poslali|zaslali|odeslán|odoslali|zaslaný|poslat znovu|odeslat znovu",
  },
  {
    sure: "egyszeri|egyszer használatos|kétfaktoros|kétlépcsős|kétlépéses|hitelesítő (alkalmazás|kód|app)\\w*|hitelesítési kód",
    code: "kód|kod|(6|hat) ?(számjegy\\w*|jegyű)",
    recovery: "helyreállítás\\w*|tartalék\\w*|biztonsági mentés\\w*",
    other: "kupon\\w*|kedvezmény\\w*|ajándék\\w*|irányítószám|telefonszám|kártya\\w*|rendelésszám|név|keresés",
    message: "sms|üzenet\\w*|e ?mail\\w*",
    sent: "elküldtük|küldtünk|küldött|újraküldés",
  },
  {
    app: "(doğrulama|kimlik doğrulama) uygulama\\w*|kimlik doğrulayıcı",
    sure: "tek (kullanımlık|seferlik)|iki (adımlı|faktörlü|aşamalı|etkenli)|(doğrulama|kimlik doğrulama|kimlik doğrulayıcı) uygulama\\w*|kimlik doğrulayıcı|doğrulayıcı",
    code: "kod|kodu|kodunu|şifre kodu|(6|altı) haneli\\w*",
    recovery: "kurtarma|yedek|acil",
    other:
      "indirim|kupon|promosyon|hediye|davet|referans|posta kodu|alan kodu|ülke kodu|telefon numarası|cep telefonu|kart\\w*|sipariş|takip|isim|adı|arama|iban",
    message: "sms|mesaj\\w*|e ?posta\\w*",
    sent: "gönderdik|gönderildi|gönderilen|gönderdiğimiz|yeniden gönder|tekrar gönder",
  },
  {
    sure: "μιας χρησης|δυο (παραγοντων|βηματων)|διπλου παραγοντα|ελεγχου ταυτοτητας|εφαρμογη επαληθευσης",
    code: "κωδικο|(6|εξι) ?ψηφι",
    recovery: "ανακτησης|εφεδρικ",
    other: "κουπονι|εκπτωσ|δωρο|ταχυδρομικ|αριθμος (τηλεφωνου|καρτας|παραγγελιας)|καρτα|ονομα|αναζητηση",
    message: "sms|μηνυμα|email|ηλεκτρονικ",
    sent: "στειλαμε|σταλθηκε|εσταλη|αποστολη ξανα",
  },
  {
    sure: "jednokratn\\w*|dvofaktorsk\\w*|dvostupanjsk\\w*|dvofaktorn\\w*|dvostepen\\w*|aplikacij\\w+ za (autentifikaciju|provjeru|proveru)|двуфакторн|еднократн|двофакторск",
    code: "kod|koda|kôd|код",
    recovery: "oporavak|oporavka|rezervn\\w*|pričuvn\\w*|възстановяван",
    other: "kupon\\w*|popust\\w*|poštanski|broj (telefona|kartice|narudžbe)|kartic\\w*|ime|купон|отстъпка|пощенски",
    message: "sms|poruk\\w*|e ?mail\\w*|съобщени|имейл",
    sent: "poslali smo|poslan|poslat|изпратихме|изпратен",
  },
];
