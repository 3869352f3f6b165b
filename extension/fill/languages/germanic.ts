import type { FieldLanguage } from "./language.ts";

/** German, Dutch, Swedish, Norwegian, Danish and Finnish. */
export const germanic: FieldLanguage[] = [
  {
    app: "authenticator ?(code|app)|authentifizierungs? ?app\\w*|authentifikator\\w*",
    sure: "einmal ?(code|passwort|kennwort|pin)|zwei ?faktor\\w*|2 ?faktor\\w*|zwei ?stufen\\w*|(zwei|2) schritten?|authentifizierungs? ?(code|app)\\w*|authenticator ?(code|app)|authentifikator\\w*|authentisierungs\\w*|zweiter faktor",
    code: "code|bestätigungs? ?code|sicherheits? ?code|verifizierungs? ?code|prüf ?code|anmelde ?code|zugangs ?code|freischalt ?code|6 ?stellig\\w*|sechs ?stellig\\w*|8 ?stellig\\w*|ziffern",
    recovery: "wiederherstellung\\w*|backup\\w*|notfall\\w*|ersatz\\w*",
    other:
      "gutschein\\w*|rabatt\\w*|geschenk\\w*|aktions ?code|einladungs\\w*|empfehlungs\\w*|aktivierungs\\w*|plz|postleitzahl|vorwahl|länder(vorwahl|code)|telefon ?nummer|handy ?nummer|mobil ?nummer|rufnummer|karten\\w*|karte|kredit\\w*|prüf(ziffer|nummer)|blz|bankleitzahl|kontonummer|bestell ?nummer|auftrags ?nummer|rechnungs ?nummer|kunden ?nummer|sendungs\\w*|seriennummer|benutzername|name|suche|suchen|geburts\\w*|steuer\\w*",
    message: "sms ?code|sms ?tan|nachricht|mail ?code|textnachricht|m ?tan",
    sent: "(haben|wurde|habe|wird|hat).{0,80}(gesendet|geschickt|verschickt|gesandt|zugesandt|zugeschickt|gemailt)|(gesendet|geschickt|zugesandt)en|per (sms|e ?mail) (erhalten|zugesandt|gesendet)|prüfe? (deine?n?|ihre?n?) (e ?mails?|posteingang|postfach)|prüfen sie ihre?n? (e ?mails?|posteingang|postfach)|erneut (senden|zusenden)|code nicht (erhalten|bekommen)",
  },
  {
    app: "authenticatie ?app\\w*|verificatie ?app",
    sure: "eenmalige? (code|wachtwoord|toegangscode)|(twee|2) ?(staps|factor|traps)\\w*|verificatie in (twee|2)|(twee|2) stappen|authenticatie ?(code|app)\\w*|verificatie ?app",
    code: "code|toegangscode|verificatiecode|beveiligingscode|bevestigingscode|(6|zes) cijfer\\w*|(6|zes) cijferig\\w*",
    recovery: "herstel\\w*|reserve\\w*|back ?up\\w*",
    other:
      "kortings?\\w*|waardebon|cadeau\\w*|actiecode|uitnodigings\\w*|activatie\\w*|postcode|landcode|netnummer|telefoonnummer|mobiel nummer|kaart\\w*|rekeningnummer|bestelnummer|ordernummer|klantnummer|volgnummer|gebruikersnaam|naam|zoeken",
    message: "bericht|sms ?code|e ?mail ?code|mailcode",
    sent: "(hebben|is|heb|werd).{0,80}(verzonden|gestuurd|verstuurd|gemaild)|opnieuw (verzenden|sturen)|code niet ontvangen|ontvangen via",
  },
  {
    app: "autentiseringsapp\\w*|autentifikator\\w*|godkendelsesapp\\w*|godkjenningsapp\\w*|autentificeringsapp\\w*",
    sure: "engangs ?(kod|kode|lösenord|passord|koden|kodeord|adgangskode)\\w*|(två|tva|to) ?faktor\\w*|tvåstegs\\w*|totrinns\\w*|totrins\\w*|autentiserings(kod|app)\\w*|autentifikator\\w*|godkendelsesapp\\w*|godkjenningsapp\\w*|autentificeringsapp\\w*|tvåfaktors\\w*",
    code: "kod|kode|koden|verifieringskod|bekräftelsekod|bekreftelseskode|bekræftelseskode|säkerhetskod|sikkerhedskode|sikkerhetskode|(6|sex|seks) ?siffr\\w*|(6|seks) ?cifret\\w*",
    recovery: "återställning\\w*|gjenoppretting\\w*|gendannelse\\w*|reserv\\w*|nødkode\\w*",
    other:
      "rabatt\\w*|rabat\\w*|kampanj\\w*|present\\w*|gavekort\\w*|inbjudnings\\w*|postnummer|postnr|landskod|landekode|telefonnummer|mobilnummer|kort\\w*|ordernummer|ordrenummer|kundnummer|kundenummer|användarnamn|brugernavn|brukernavn|namn|navn|sök|søk|personnummer",
    message: "sms ?kode|sms ?kod|meddelande|melding|besked|e ?post",
    sent: "(skickat|sendt|skickade|sendte|mailat).{0,40}|skicka (igen|ny kod|om)|send (igjen|igen|ny kode)|fick (du )?ingen kod",
  },
  {
    app: "todennussovellu\\w*|todentamissovellu\\w*",
    sure: "kaksivaihei\\w*|kertakäyttöi\\w*|todentamis(koodi|sovellus)\\w*|todennussovellu\\w*|kaksiosai\\w*",
    code: "koodi|koodin|vahvistuskoodi|turvakoodi|(6|kuusi) ?numero\\w*",
    recovery: "palautus\\w*|vara(koodi|koodin)\\w*",
    other: "alennus\\w*|lahjakort\\w*|kampanja\\w*|postinumero|puhelinnumero|kortti\\w*|tilausnumero|nimi|haku",
    message: "tekstiviesti\\w*|sähköposti\\w*",
    sent: "lähetimme|lähetetty|lähetä uudelleen",
  },
];
