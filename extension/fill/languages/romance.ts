import type { FieldLanguage } from "./language.ts";

/** Spanish, Portuguese, French, Italian, Romanian and Catalan. */
export const romance: FieldLanguage[] = [
  {
    app: "autenticador\\w*|(app|aplicación) (de )?autentica\\w+",
    sure: "(código|clave|contraseña|pin) de (un solo uso|uso único|autenticación|autenticador)|autenticador\\w*|(dos|2) pasos|(dos|doble|2) factor(es)?|segundo factor|(app|aplicación) (de )?autentica\\w+|(codi) d (un sol us|autenticació)|autenticació",
    code: "código|clave|codi|(6|seis|8|ocho) (dígitos|cifras)",
    recovery: "recuperación|respaldo|copia de seguridad|emergencia|recuperació",
    other:
      "cupón|descuento|promocional|promoción|regalo|invitación|referido|activación|(código|codi) (postal|de (barras|país|área|producto|cliente|verificación de la tarjeta))|tarjetas?|banco|televisor|(de|en) la imagen|teléfono móvil|número de (teléfono|móvil|pedido|cuenta|tarjeta|serie|cliente|seguimiento)|usuario|nombre|buscar|factura|seguimiento",
    message: "mensaje( de texto)?|correo( electrónico)?",
    sent: "(hemos|se ha|ha sido|han) enviado|(te|le|se) (enviamos|envió|mandamos)|(código|clave) (que )?(enviad[oa]|recibid[oa])|recibiste|has recibido|ha recibido|revisa tu (correo|bandeja|móvil|teléfono)|reenviar",
  },
  {
    app: "(app|aplicativo|aplicação) (de )?autentica\\w+",
    sure: "(código|senha|token) de (uso único|autenticação|acesso único)|dois fatores|duas etapas|(dois|2) passos|segundo fator|autenticador\\w*|autenticação|(app|aplicativo|aplicação) (de )?autentica\\w+",
    code: "código|(6|seis|8|oito) (dígitos|números)",
    recovery: "recuperação|cópia de segurança|reserva|emergência",
    other:
      "cupom|desconto|promocional|presente|convite|indicação|ativação|cep|código (postal|de (barras|área|rastreio|rastreamento|cliente))|cartão|número d[eo] (telefone|celular|pedido|cartão|conta)|cpf|cnpj|usuário|nome|pesquisar",
    message: "mensagem|e ?mail",
    sent: "(enviamos|foi enviado|foi enviada|mandamos)|(código) (que )?(enviado|recebido)|recebeu|reenviar|verifique (seu|o seu) (e ?mail|celular|telefone)",
  },
  {
    app: "(application|appli) d ?authentification|authentificateur",
    sure: "(code|mot de passe) (à usage unique|d ?authentification|unique)|double (authentification|facteur)|(deux|2) (facteurs|étapes)|(application|appli) d ?authentification|authentificateur|second facteur",
    code: "code|(6|six|8|huit) chiffres",
    recovery: "récupération|secours|urgence",
    other:
      "code (postal|promo\\w*|de réduction|avantage|parrainage|parrain|barres|pays|client|d ?invitation|d ?activation|guichet|banque|secret)|bon de réduction|cadeau|remise|parrainage|carte|cryptogramme|banque|numéro de (téléphone|portable|commande|carte|compte|suivi|série)|nom|identifiant|rechercher|facture",
    message: "courriel|texto|mail|message",
    sent: "(avons|a été|vient d ?être|ont) (envoyé|envoyer|transmis)|vous a été envoyé|envoyé (à|par|sur)|reçu par|consultez (vos|votre) (e ?mails?|messages?|boîte|téléphone)|renvoyer",
  },
  {
    app: "app di autenticazione|autenticatore|app autenticator",
    sure: "(codice|password) (monouso|di autenticazione|temporane[oa]|usa e getta)|(due|2) (fattori|passaggi|fasi)|doppio fattore|app di autenticazione|autenticatore|secondo fattore",
    code: "codice|(6|sei|8|otto) cifre",
    recovery: "ripristino|recupero|emergenza|riserva",
    other:
      "buono|sconto|promozionale|regalo|invito|cap|codice (postale|fiscale|cliente|prodotto|a barre|di avviamento|sconto|amico)|carta|banca|numero di (telefono|cellulare|ordine|carta|conto)|nome|cerca|fattura",
    message: "messaggio|posta elettronica|e ?mail",
    sent: "(abbiamo|è stato|ti abbiamo|le abbiamo) (inviato|mandato|spedito)|(inviato|ricevuto) (a|al|via|per|tramite)|controlla la (tua )?(posta|e ?mail)|invia di nuovo|reinvia",
  },
  {
    app: "aplicatia de autentificare|autentificator\\w*",
    sure: "(cod|parola) (de unica folosinta|de autentificare|unic)|doi (pasi|factori)|aplicatia de autentificare|autentificator\\w*",
    code: "cod|codul|(6|sase) cifre",
    recovery: "recuperare|rezerva|urgenta",
    other: "cod (postal|promotional|de reducere|client)|cupon|reducere|numar de (telefon|comanda)|nume",
    message: "mesaj|e ?mail",
    sent: "(am trimis|a fost trimis|ti am trimis|v am trimis)|primit|retrimite",
  },
];
